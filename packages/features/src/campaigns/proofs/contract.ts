import { Type, type Static } from 'typebox';
import { nullable } from '../../nullable.ts';
import { PageOf } from '../../paging.ts';
import { CountProof } from '../contract.ts';

/** `bytes`: of its list, at /campaigns/:slug/proofs/:id.txt; null where that is kept no longer. */
export const CountProofRow = Type.Interface([CountProof], {
  id: Type.String(),
  bytes: nullable(Type.Integer()),
});
export type CountProofRow = Static<typeof CountProofRow>;

export const CountProofPage = Type.Interface([PageOf(CountProofRow)], {
  can: Type.Object({ take: Type.Boolean() }),
  /** For who may take one: whether one is being taken, or the last one came to nothing. */
  state: nullable(Type.Enum(['waiting', 'failed'])),
});
export type CountProofPage = Static<typeof CountProofPage>;

/** One that was asked for, or was just taken and is as good. */
export const CountProofAsked = Type.Object({
  id: Type.String(),
  state: Type.Enum(['waiting', 'counted']),
});
export type CountProofAsked = Static<typeof CountProofAsked>;
