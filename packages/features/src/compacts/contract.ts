import { Type, type Static } from 'typebox';
import { LENGTHS } from '../lengths.ts';
import { nullable } from '../nullable.ts';
import { PageOf } from '../paging.ts';
import { line } from '../texts.ts';
import { COMPACT_BOUNDS, LETTER_FIELDS } from './bounds.ts';

const Moment = Type.String({ format: 'date-time' });
const Name = nullable(Type.String());

/** On which of the two sides: the group whose people hear, or the one that writes to them. */
export const CompactSide = Type.Enum(['group', 'writer']);
export type CompactSide = Static<typeof CompactSide>;

/** What two groups agree on. */
export const CompactTerms = Type.Object({
  /** What letters may be about. */
  about: line(LENGTHS.compactAbout),
  /** What of a reader's record a letter may say to them: nothing, if it is not said. */
  fields: Type.Optional(Type.Array(Type.Enum([...LETTER_FIELDS]), { maxItems: LETTER_FIELDS.length })),
  /** How many uses within any 365 days. */
  mostAYear: Type.Integer({ minimum: 1, maximum: COMPACT_BOUNDS.mostAYear }),
  noticeHours: Type.Integer({
    minimum: COMPACT_BOUNDS.leastNoticeHours,
    maximum: COMPACT_BOUNDS.noticeHours,
  }),
  /** The last day, YYYY-MM-DD. */
  until: Type.String({ format: 'date', pattern: '^(19[7-9]|20\\d)\\d' }),
  /** How many days after one of the two says so it ends. */
  endingDays: Type.Integer({ minimum: 0, maximum: COMPACT_BOUNDS.endingDays }),
});
export type CompactTerms = Static<typeof CompactTerms>;

/** Terms that one of the two proposed, with who agreed to them. Whoever signs is named to both. */
export const CompactVersion = Type.Object({
  number: Type.Integer(),
  about: Type.String(),
  fields: Type.Array(Type.Enum([...LETTER_FIELDS])),
  mostAYear: Type.Integer(),
  noticeHours: Type.Integer(),
  until: Type.String(),
  endingDays: Type.Integer(),
  state: Type.Enum(['open', 'agreed', 'declined', 'withdrawn', 'replaced']),
  proposedSide: CompactSide,
  /** Null of who is not in the group any more. */
  proposedBy: Name,
  proposedAt: Moment,
  word: Type.String(),
  decidedBy: Name,
  decidedAt: nullable(Moment),
  answer: Type.String(),
});
export type CompactVersion = Static<typeof CompactVersion>;

/** One of the two, as it is named to the viewer. */
export const CompactParty = Type.Object({
  slug: Type.String(),
  name: Type.String(),
  /** The viewer may open its page. */
  isSeen: Type.Boolean(),
});
export type CompactParty = Static<typeof CompactParty>;

/** `proposed`: nothing was ever agreed; `over`: it was in force once. */
export const CompactState = Type.Enum(['proposed', 'in-force', 'over']);
export type CompactState = Static<typeof CompactState>;

/** How many uses of the last 365 days count, and how many of these wait for an answer. */
const Used = Type.Object({ count: Type.Integer(), waitingCount: Type.Integer() });

export const CompactRow = Type.Object({
  id: Type.String(),
  side: CompactSide,
  group: CompactParty,
  writer: CompactParty,
  state: CompactState,
  /** What is in force, or was last; of what was never agreed, what was proposed last. */
  terms: CompactVersion,
  /** A proposal that waits for a yes or a no of this side. */
  isToAnswer: Type.Boolean(),
  used: Used,
});
export type CompactRow = Static<typeof CompactRow>;
export const CompactPage = Type.Interface([PageOf(CompactRow)], {
  can: Type.Object({ propose: Type.Boolean() }),
});
export type CompactPage = Static<typeof CompactPage>;

/** An agreement, the same for both sides but for what each may do. */
export const CompactView = Type.Object({
  id: Type.String(),
  side: CompactSide,
  group: CompactParty,
  writer: CompactParty,
  state: CompactState,
  inForce: nullable(CompactVersion),
  /** Who agreed to what is in force. */
  signers: Type.Array(Type.Object({ side: CompactSide, name: Name, at: Moment })),
  open: nullable(CompactVersion),
  /** What was declined or taken back last, if nothing came after it. */
  refused: nullable(CompactVersion),
  endsAt: nullable(Moment),
  endSide: nullable(CompactSide),
  endedBy: Name,
  used: Used,
  /** One of the two is frozen or hidden by the site's stewards: nothing is sent. */
  isOff: Type.Boolean(),
  channelId: nullable(Type.String()),
  can: Type.Object({
    propose: Type.Boolean(),
    decide: Type.Boolean(),
    withdraw: Type.Boolean(),
    end: Type.Boolean(),
    write: Type.Boolean(),
    answer: Type.Boolean(),
  }),
});
export type CompactView = Static<typeof CompactView>;

export const MadeCompact = Type.Object({ id: Type.String() });
