import { Type, type Static } from 'typebox';
import { LeftOut } from '../../compositions/contract.ts';
import { LENGTHS } from '../../lengths.ts';
import { nullable } from '../../nullable.ts';
import { PageOf } from '../../paging.ts';
import { LanguageCode } from '../../site/contract.ts';
import { line, maybeProse, prose } from '../../texts.ts';
import { CLAUSES } from '../bounds.ts';
import { CompactSide } from '../contract.ts';

const Moment = Type.String({ format: 'date-time' });

const LetterText = Type.Object({
  language: LanguageCode,
  subject: line(LENGTHS.mailSubject),
  body: prose(LENGTHS.page),
});

/** What one group would write to the other's people, in one language or several. */
export const CompactLetter = Type.Object({ texts: Type.Array(LetterText, { minItems: 1, maxItems: 3 }) });
export type CompactLetter = Static<typeof CompactLetter>;

/** The group whose people hear says yes or no; `change`: what it would have changed first. */
export const UseDecision = Type.Object({
  decision: Type.Enum(['agreed', 'declined', 'change']),
  word: Type.Optional(maybeProse(LENGTHS.reason)),
});
export type UseDecision = Static<typeof UseDecision>;

/** `sending` and `stopped` while its mailing is so; see the tables for the others. */
export const UseState = Type.Enum([
  'asked',
  'agreed',
  'sending',
  'stopped',
  'sent',
  'counted',
  'declined',
  'withdrawn',
  'lapsed',
  'refused',
]);
export type UseState = Static<typeof UseState>;

/** A figure that is exact for the group whose people they are, and to the ten below for the other; null: fewer than ten, or not counted yet. */
const Figure = Type.Object({ isCounted: Type.Boolean(), count: nullable(Type.Integer()) });

/** A row of the ledger, the same for both but for exact figures. */
export const UseRow = Type.Object({
  id: Type.String(),
  /** `overlap`: how many people the two have in common. */
  kind: Type.Enum(['letter', 'overlap']),
  /** What a letter is called; else empty. */
  title: Type.String(),
  state: UseState,
  clause: nullable(Type.Enum([...CLAUSES])),
  askedSide: CompactSide,
  askedBy: nullable(Type.String()),
  askedAt: Moment,
  goesAt: Moment,
  /** How many hours are left to answer. */
  hoursLeft: Type.Integer(),
  wish: Type.String(),
  answeredBy: nullable(Type.String()),
  answeredAt: nullable(Moment),
  answer: Type.String(),
  sentAt: nullable(Moment),
  got: Figure,
  acted: Figure,
  /** People in common, the same for both: rounded, and null below fifty. */
  inCommon: nullable(Type.Integer()),
  countedAt: nullable(Moment),
  /** The count is shown to those who publish in a coalition that both are in. */
  isShown: Type.Boolean(),
});
export type UseRow = Static<typeof UseRow>;
export const UsePage = PageOf(UseRow);
export type UsePage = Static<typeof UsePage>;

/** One use with what the letter says. */
export const UseView = Type.Interface([UseRow], {
  texts: Type.Array(LetterText),
  /** For the group whose people they are, as long as it is not out: how many get it, and why others do not. */
  reach: nullable(
    Type.Object({
      getCount: Type.Integer(),
      leftOut: Type.Array(Type.Object({ why: LeftOut, count: Type.Integer() })),
    }),
  ),
  /** Its mailing, for the same group. */
  mailingId: nullable(Type.String()),
  can: Type.Object({
    answer: Type.Boolean(),
    decline: Type.Boolean(),
    change: Type.Boolean(),
    takeBack: Type.Boolean(),
  }),
});
export type UseView = Static<typeof UseView>;
