import { Type, type Static } from 'typebox';
import { LENGTHS } from '../../lengths.ts';
import { nullable } from '../../nullable.ts';
import { LanguageCode } from '../../site/contract.ts';
import { maybeLine } from '../../texts.ts';

/** What the group writes in; null where it may not be seen any more. */
const Language = nullable(LanguageCode);
const Moment = Type.String({ format: 'date-time' });

/** Of one's own group exact; of another down to the ten, and null for fewer than ten, and for what is not told yet. */
export const CarrierFigure = nullable(Type.Integer());

/** One of the groups that carry something together, for another of them. */
export const CarrierRow = Type.Object({
  slug: Type.String(),
  name: Type.String(),
  isHome: Type.Boolean(),
  isOwn: Type.Boolean(),
  /** Its own short link to the page; null where it has none any more. */
  link: nullable(Type.Object({ code: Type.String(), url: Type.String() })),
  since: nullable(Moment),
  /** How often any of its links to the page was opened. */
  visits: CarrierFigure,
});

const State = Type.Enum(['asked', 'stands', 'declined', 'left']);
const Word = nullable(maybeLine(LENGTHS.sponsorWord));

export const SponsorAsked = Type.Object({ word: Type.Optional(Word) });
export const SponsorAnswered = Type.Object({ answer: Type.Enum(['yes', 'no']), word: Type.Optional(Word) });

/** A group asked to stand with a campaign, as the campaign's organizers see it. */
export const SponsorRow = Type.Object({
  slug: Type.String(),
  name: Type.String(),
  state: State,
  /** What it was called when it said yes, if it is called something else now. */
  formerName: nullable(Type.String()),
  /** What it wrote with its answer; empty: nothing. */
  answer: Type.String(),
  invitedAt: Moment,
  acceptedAt: nullable(Moment),
  /** It has not moved here: nobody of it can answer yet. */
  isAlly: Type.Boolean(),
});
export type SponsorRow = Static<typeof SponsorRow>;
export const SponsorList = Type.Object({ rows: Type.Array(SponsorRow) });
export type SponsorList = Static<typeof SponsorList>;

/** A campaign that asks this group to stand with it, or that it stands with, as the group's organizers see it. */
export const SponsorshipRow = Type.Object({
  campaign: Type.Object({ slug: Type.String(), title: Type.String(), ask: Type.String() }),
  group: Type.Object({ slug: Type.String(), name: Type.String(), language: Language }),
  /** What the campaign's organizers wrote when they asked; empty: nothing. */
  word: Type.String(),
  invitedAt: Moment,
  acceptedAt: nullable(Moment),
  /** Whoever stands with it may post on its page. */
  mayPost: Type.Boolean(),
});
export type SponsorshipRow = Static<typeof SponsorshipRow>;
export const SponsorshipList = Type.Object({ rows: Type.Array(SponsorshipRow) });
export type SponsorshipList = Static<typeof SponsorshipList>;
