import { Type, type Static } from 'typebox';
import { LENGTHS } from '../../lengths.ts';
import { PageOf, PageQuery } from '../../paging.ts';
import { maybeLine } from '../../texts.ts';
import { VariantName } from '../contract.ts';
import { DEEDS } from '../learning.ts';
import { DifferenceView, VerdictName } from '../results/contract.ts';
import { nullable } from '../../nullable.ts';

export const MadeVariant = Type.Object({ variant: VariantName });

export const ExperimentQuery = Type.Interface([PageQuery], {
  search: Type.Optional(maybeLine(LENGTHS.search)),
  /** The deed that decided. */
  deed: Type.Optional(Type.Enum([...DEEDS])),
});
export type ExperimentQuery = Static<typeof ExperimentQuery>;

/** An experiment that is over, as organizers of the whole site read it. */
export const ExperimentRow = Type.Object({
  id: Type.String(),
  question: Type.String(),
  deed: Type.Enum([...DEEDS]),
  days: Type.Integer(),
  endedAt: Type.String({ format: 'date-time' }),
  /** Null: a group that stands in no list of the viewer's. */
  group: nullable(Type.Object({ slug: Type.String(), name: Type.String(), isOwn: Type.Boolean() })),
  variants: Type.Array(
    Type.Object({
      variant: VariantName,
      subject: Type.String(),
      /** Where fewer than ten did it, or did not, of any variant, numbers are told inside the group alone: null. */
      count: nullable(Type.Integer()),
      did: nullable(Type.Integer()),
    }),
  ),
  /** Each other variant beside the first; none where numbers are not told. */
  compared: Type.Array(
    Type.Object({ variant: VariantName, difference: DifferenceView, verdict: VerdictName }),
  ),
});
export type ExperimentRow = Static<typeof ExperimentRow>;
export const ExperimentPage = PageOf(ExperimentRow);
