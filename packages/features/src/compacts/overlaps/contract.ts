import { Type, type Static } from 'typebox';
import { LENGTHS } from '../../lengths.ts';
import { nullable } from '../../nullable.ts';
import { maybeProse } from '../../texts.ts';
import { UseRow } from '../uses/contract.ts';

/** One group asks how many people the two have in common. */
export const OverlapAsk = Type.Object({
  /** The count is shown to those who publish in a coalition that both are in, too. */
  isShown: Type.Optional(Type.Boolean()),
});
export type OverlapAsk = Static<typeof OverlapAsk>;

/** The other one says yes, and it is counted; or no, with a word. */
export const OverlapDecision = Type.Object({
  decision: Type.Enum(['agreed', 'declined']),
  word: Type.Optional(maybeProse(LENGTHS.reason)),
});
export type OverlapDecision = Static<typeof OverlapDecision>;

/** People in common, as both sides of an agreement read it. */
export const OverlapView = Type.Object({
  /** What was asked and is not counted yet. */
  open: nullable(UseRow),
  /** What was counted last. */
  last: nullable(UseRow),
  /** When it can be asked next; null: now. */
  nextAt: nullable(Type.String({ format: 'date-time' })),
  can: Type.Object({
    ask: Type.Boolean(),
    agree: Type.Boolean(),
    decline: Type.Boolean(),
    takeBack: Type.Boolean(),
  }),
});
export type OverlapView = Static<typeof OverlapView>;
