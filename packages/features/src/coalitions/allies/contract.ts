import { Type, type Static } from 'typebox';
import { LENGTHS } from '../../lengths.ts';
import { PageOf } from '../../paging.ts';
import { LanguageCode } from '../../site/contract.ts';
import { line, maybeLine, maybeProse, prose, WEB_PAGE_PATTERN } from '../../texts.ts';

const Moment = Type.String({ format: 'date-time' });
const Named = Type.Object({ slug: Type.String(), name: Type.String() });

const Name = line(LENGTHS.groupName);
const Summary = prose(LENGTHS.groupSummary);
/** Words that everybody reads: nothing is mailed to what looks like an address in them. */
const Contact = maybeLine(LENGTHS.contact);
/** Null first: an empty form field is then read as none. */
const Link = Type.Union([Type.Null(), Type.String({ maxLength: LENGTHS.url, pattern: WEB_PAGE_PATTERN })]);

/** A group elsewhere, as a coalition says of it. */
export const NewAlly = Type.Object({ name: Name, summary: Summary, contact: Contact, link: Link });
export type NewAlly = Static<typeof NewAlly>;
/** What is left out stays as it is. */
export const AllyChange = Type.Partial(NewAlly);
export type AllyChange = Static<typeof AllyChange>;

/** An ally in a list. */
export const AllyCard = Type.Object({
  id: Type.String(),
  slug: Type.String(),
  name: Type.String(),
  summary: Type.String(),
  language: LanguageCode,
  /** Only those who keep it see it then. */
  takenDownAt: Type.Union([Moment, Type.Null()]),
  /** Kept from everybody else by a steward of the site. */
  isHidden: Type.Boolean(),
  /** How many say "this is us" and wait; null for who does not decide. */
  claimCount: Type.Union([Type.Integer(), Type.Null()]),
});
export type AllyCard = Static<typeof AllyCard>;
export const AllyPage = Type.Interface([PageOf(AllyCard)], { can: Type.Object({ add: Type.Boolean() }) });
export type AllyPage = Static<typeof AllyPage>;

/** The page of an ally. */
export const AllyView = Type.Object({
  id: Type.String(),
  slug: Type.String(),
  name: Type.String(),
  summary: Type.String(),
  language: LanguageCode,
  contact: Type.String(),
  link: Type.Union([Type.String(), Type.Null()]),
  addedAt: Moment,
  takenDownAt: Type.Union([Moment, Type.Null()]),
  isHidden: Type.Boolean(),
  isFrozen: Type.Boolean(),
  /** The coalition that put it up; null where it is gone, or where the viewer may not know of it. */
  keeper: Type.Union([Named, Type.Null()]),
  /** The campaigns that name it, as everybody finds them. */
  campaigns: Type.Array(Type.Object({ slug: Type.String(), title: Type.String(), group: Named })),
  /** The viewer said that this is them, and nobody has answered yet. */
  hasClaimed: Type.Boolean(),
  can: Type.Object({
    edit: Type.Boolean(),
    takeDown: Type.Boolean(),
    putBack: Type.Boolean(),
    takeOff: Type.Boolean(),
    claim: Type.Boolean(),
    seeClaims: Type.Boolean(),
    decide: Type.Boolean(),
  }),
});
export type AllyView = Static<typeof AllyView>;

/** Who somebody is there, and how that can be asked. */
export const NewClaim = Type.Object({ word: prose(LENGTHS.reason) });
export type NewClaim = Static<typeof NewClaim>;

/** Somebody who says "this is us", as those who decide see them. */
export const ClaimView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  word: Type.String(),
  madeAt: Moment,
  /** Nobody decides about themselves. */
  isMine: Type.Boolean(),
});
export type ClaimView = Static<typeof ClaimView>;
export const ClaimPage = PageOf(ClaimView);
export type ClaimPage = Static<typeof ClaimPage>;

export const ClaimDecision = Type.Object({
  decision: Type.Enum(['accepted', 'declined']),
  word: Type.Optional(maybeProse(LENGTHS.reason)),
});
export type ClaimDecision = Static<typeof ClaimDecision>;
