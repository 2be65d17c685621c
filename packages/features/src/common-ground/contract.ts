import { Type, type Static } from 'typebox';
import { nullable } from '../nullable.ts';
import { LanguageCode } from '../site/contract.ts';
import { TargetDay } from '../targets/contract.ts';

const NamedGroup = Type.Object({ slug: Type.String(), name: Type.String(), language: LanguageCode });

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
      group: NamedGroup,
    }),
  ),
});
export type CommonGround = Static<typeof CommonGround>;

/** How many people two groups have in common, as both agreed to show it. */
export const SharedPeople = Type.Object({
  groups: Type.Array(NamedGroup, { minItems: 2, maxItems: 2 }),
  /** Rounded; fifty at least. */
  count: Type.Integer(),
  countedOn: TargetDay,
});
export type SharedPeople = Static<typeof SharedPeople>;

/** A group that could stand with a campaign of the viewer's. */
export const PossibleAlly = Type.Object({
  campaign: Type.Object({ slug: Type.String(), title: Type.String() }),
  group: NamedGroup,
  /** What its own campaigns have in common with that one. */
  by: Type.Array(Type.Enum(['target', 'day', 'place', 'issue'])),
  /** People of the two groups in common, where both agreed to show it. */
  inCommon: nullable(Type.Integer()),
});
export type PossibleAlly = Static<typeof PossibleAlly>;

export const CommonGroundList = Type.Object({
  /** The same target first, then the same day, soonest first, then the same place. */
  rows: Type.Array(CommonGround),
  people: Type.Array(SharedPeople),
  possible: Type.Array(PossibleAlly),
});
export type CommonGroundList = Static<typeof CommonGroundList>;
