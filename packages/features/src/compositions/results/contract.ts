import { Type, type Static } from 'typebox';
import { LineView } from '../../segments/contract.ts';
import { LanguageCode } from '../../site/contract.ts';
import { DEEDS, LOTS, VARIANTS } from '../learning.ts';
import { nullable } from '../../nullable.ts';

const Moment = Type.String({ format: 'date-time' });
const Count = Type.Integer();

/** How many they are, and how many of them did what in its days. `left`: they want no more of the group's mail. */
export const ResultSum = Type.Object({
  count: Count,
  deeds: Type.Object({
    signed: Count,
    coming: Count,
    came: Count,
    joined: Count,
    answered: Count,
    left: Count,
  }),
});

/** By how much more one group did it than another, of one: as seen, and the bounds that hold however often one looks. */
export const DifferenceView = Type.Object({ seen: Type.Number(), least: Type.Number(), most: Type.Number() });

export const VerdictName = Type.Enum(['more', 'fewer', 'unclear']);

export const CompositionResults = Type.Object({
  since: Moment,
  until: Moment,
  /** Its days are not over. */
  isOpen: Type.Boolean(),
  lot: nullable(Type.Enum([...LOTS])),
  /** When those get it whom the lot left out; null: not at all, or there are none. */
  laterAt: nullable(Moment),
  /** Those who were to get it, and those whom the lot left out; null: there was none. */
  got: ResultSum,
  leftOut: nullable(ResultSum),
  /** What the letter itself brought: by how much more of those who got it did it than of those left out. */
  brought: Type.Array(Type.Object({ deed: Type.Enum([...DEEDS]), difference: DifferenceView })),
  variants: Type.Array(Type.Interface([ResultSum], { variant: Type.Enum([...VARIANTS]) })),
  /** Of an experiment, each other variant beside the first. */
  compared: Type.Array(
    Type.Object({ variant: Type.Enum([...VARIANTS]), difference: DifferenceView, verdict: VerdictName }),
  ),
  /** Of those who were to get it. */
  languages: Type.Array(Type.Interface([ResultSum], { language: LanguageCode })),
  sources: Type.Array(Type.Interface([ResultSum], { source: Type.String() })),
  /** By the line that added them first, where there are several. */
  lines: Type.Array(Type.Interface([ResultSum], { line: LineView })),
});
export type CompositionResults = Static<typeof CompositionResults>;
