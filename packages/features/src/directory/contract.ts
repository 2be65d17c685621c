import { Type, type Static } from 'typebox';
import { LENGTHS } from '../lengths.ts';
import { nullable } from '../nullable.ts';
import { PageOf, PageQuery } from '../paging.ts';
import { LanguageCode } from '../site/contract.ts';
import { line, maybeLine, maybeProse, Slug, SlugAsked } from '../texts.ts';
import { THINGS } from './things.ts';

const Moment = Type.String({ format: 'date-time' });
/** YYYY-MM-DD. */
const Day = Type.String({ format: 'date', pattern: '^(19[7-9]|20\\d)\\d' });
export const ListingSide = Type.Enum(['need', 'offer']);
export type ListingSide = Static<typeof ListingSide>;
export const Thing = Type.Enum([...THINGS]);
export type Thing = Static<typeof Thing>;
export const ListingState = Type.Enum(['open', 'taken', 'fulfilled', 'closed']);
const Named = Type.Object({ slug: Type.String(), name: Type.String() });

/** What a group needs or offers, in a list. */
export const ListingRow = Type.Object({
  id: Type.String(),
  side: ListingSide,
  thing: Thing,
  title: Type.String(),
  howMany: Type.String(),
  place: Type.String(),
  endsOn: Type.String(),
  state: ListingState,
  /** What its group writes in. */
  language: LanguageCode,
  /** Null for who may not know whose it is: some group of the coalition. */
  group: nullable(
    Type.Interface([Named], {
      accent: nullable(Type.String()),
      /** The viewer may open its page. */
      isSeen: Type.Boolean(),
    }),
  ),
  /** Whose groups it is for; null: it is for everybody, or the coalition is gone. */
  coalition: nullable(Named),
  isForAll: Type.Boolean(),
  /** The viewer speaks for its group. */
  isOurs: Type.Boolean(),
  listedAt: Moment,
});
export type ListingRow = Static<typeof ListingRow>;

/** The newest first. `coalition`: what is for its groups, and what those of them that everybody knows ask of everybody. */
export const ListingsQuery = Type.Interface([PageQuery], {
  side: Type.Optional(ListingSide),
  thing: Type.Optional(Thing),
  coalition: Type.Optional(SlugAsked),
  group: Type.Optional(SlugAsked),
});
export type ListingsQuery = Static<typeof ListingsQuery>;
/** Who asks for those of one group chooses from nothing. */
export const ListingPage = Type.Interface([PageOf(ListingRow)], {
  /** The coalitions in which the viewer stands, to choose from. */
  coalitions: Type.Array(Named),
  /** The groups for which the viewer may put something up. */
  mayList: Type.Array(Named),
});
export type ListingPage = Static<typeof ListingPage>;

/** One of them, whole. */
export const ListingView = Type.Interface([ListingRow], {
  details: Type.String(),
  closedHow: nullable(Type.Enum(['group', 'fulfilled', 'time', 'belonging'])),
  /** Those whom it is for can find it; false where its group is in no list, or in the coalition no more. */
  isHeard: Type.Boolean(),
  isHidden: Type.Boolean(),
  /** Why a decision hid it; for its group alone. */
  hiddenReason: nullable(Type.String()),
  /** Who wrote it, as they are called in the group; for its own side alone. */
  writtenBy: nullable(Type.String()),
  /** The viewer's groups that may answer it. */
  mayAnswer: Type.Array(Named),
  can: Type.Object({
    edit: Type.Boolean(),
    close: Type.Boolean(),
    reopen: Type.Boolean(),
    decide: Type.Boolean(),
    report: Type.Boolean(),
  }),
});
export type ListingView = Static<typeof ListingView>;

/** One of a group's own, for those who publish for it. */
export const OwnListing = Type.Interface([ListingRow], {
  isHeard: Type.Boolean(),
  isHidden: Type.Boolean(),
  /** How many answers wait for a yes or a no. */
  waitingCount: Type.Integer(),
});
export type OwnListing = Static<typeof OwnListing>;
export const OwnListingsQuery = Type.Interface([PageQuery], {
  state: Type.Optional(Type.Enum(['standing', 'over'])),
});
export type OwnListingsQuery = Static<typeof OwnListingsQuery>;
export const OwnListingPage = Type.Interface([PageOf(OwnListing)], {
  /** Whom a listing of the group can be for: everybody, and the groups of one of these. */
  mayListForAll: Type.Boolean(),
  coalitions: Type.Array(Named),
});
export type OwnListingPage = Static<typeof OwnListingPage>;

const written = {
  thing: Thing,
  title: line(LENGTHS.listingTitle),
  details: maybeProse(LENGTHS.listingDetails),
  howMany: maybeLine(LENGTHS.howMany),
  place: maybeLine(LENGTHS.placeName),
  endsOn: Day,
  /** Null: everybody. */
  coalition: nullable(Slug),
};

export const NewListing = Type.Object({
  ...written,
  side: ListingSide,
  details: Type.Optional(written.details),
  howMany: Type.Optional(written.howMany),
  place: Type.Optional(written.place),
});
export type NewListing = Static<typeof NewListing>;
/** What is left out stays as it is. */
export const ListingChange = Type.Partial(Type.Object(written));
export type ListingChange = Static<typeof ListingChange>;
/** It stands again, until this day. */
export const ListingReopening = Type.Object({ endsOn: Day });
export const MadeListing = Type.Object({ id: Type.String() });
