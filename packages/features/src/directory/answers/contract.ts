import { Type, type Static } from 'typebox';
import { LENGTHS } from '../../lengths.ts';
import { nullable } from '../../nullable.ts';
import { PageOf } from '../../paging.ts';
import { maybeProse, prose, Slug } from '../../texts.ts';
import { ListingRow } from '../contract.ts';

const Moment = Type.String({ format: 'date-time' });
const Word = prose(LENGTHS.listingWord);

/** A group of the viewer's says that it has what is needed, or would take what is offered. */
export const NewListingAnswer = Type.Object({ group: Slug, word: Word });
export type NewListingAnswer = Static<typeof NewListingAnswer>;

/** The group of the listing says yes or no. After a yes it can still be a no: what is agreed may come to nothing. */
export const ListingDecision = Type.Object({
  decision: Type.Enum(['taken', 'declined']),
  word: Type.Optional(maybeProse(LENGTHS.listingWord)),
});
export type ListingDecision = Static<typeof ListingDecision>;

export const AnswerState = Type.Enum(['offered', 'taken', 'fulfilled', 'declined', 'withdrawn', 'ended']);

/** An answer, as one of the two sides sees it. People are named to their own side alone. */
export const ListingAnswerRow = Type.Object({
  id: Type.String(),
  state: AnswerState,
  group: Type.Object({
    slug: Type.String(),
    name: Type.String(),
    /** The viewer may open its page. */
    isSeen: Type.Boolean(),
  }),
  word: Type.String(),
  answeredAt: Moment,
  answeredBy: nullable(Type.String()),
  /** What the group of the listing said with its yes or no. */
  reply: Type.String(),
  decidedBy: nullable(Type.String()),
  decidedAt: nullable(Moment),
  endedSide: nullable(Type.Enum(['listing', 'answer'])),
  endedBy: nullable(Type.String()),
  endedAt: nullable(Moment),
  /** The viewer speaks for the group that answered. */
  isOurs: Type.Boolean(),
  can: Type.Object({
    take: Type.Boolean(),
    decline: Type.Boolean(),
    fulfil: Type.Boolean(),
    withdraw: Type.Boolean(),
  }),
});
export type ListingAnswerRow = Static<typeof ListingAnswerRow>;
/** For the group of the listing all of them, for others their own; the newest first. */
export const ListingAnswerPage = PageOf(ListingAnswerRow);
export type ListingAnswerPage = Static<typeof ListingAnswerPage>;

/** What a group answered to others, the newest first. */
export const GivenAnswer = Type.Object({
  id: Type.String(),
  state: AnswerState,
  answeredAt: Moment,
  listing: ListingRow,
});
export type GivenAnswer = Static<typeof GivenAnswer>;
export const GivenAnswerPage = PageOf(GivenAnswer);
export type GivenAnswerPage = Static<typeof GivenAnswerPage>;
