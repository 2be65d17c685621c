import { Type, type Static } from 'typebox';
import { nullable } from '../../nullable.ts';
import { LanguageCode } from '../../site/contract.ts';
import { TargetDay } from '../contract.ts';

/** Campaigns of several groups that have something in common. */
export const CommonGround = Type.Object({
  by: Type.Enum(['target', 'day', 'place']),
  /** The name of the target, or the place as one of them writes it; of a day YYYY-MM-DD. */
  what: Type.String(),
  /** The office of the target; else empty. */
  office: Type.String(),
  /** Soonest first. */
  campaigns: Type.Array(
    Type.Object({
      slug: Type.String(),
      title: Type.String(),
      decidesOn: nullable(TargetDay),
      group: Type.Object({ slug: Type.String(), name: Type.String(), language: LanguageCode }),
    }),
  ),
});
export type CommonGround = Static<typeof CommonGround>;
/** The same target first, then the same day, soonest first, then the same place. */
export const CommonGroundList = Type.Object({ rows: Type.Array(CommonGround) });
export type CommonGroundList = Static<typeof CommonGroundList>;
