import { Type, type Static } from 'typebox';
import { ResponsibilityName } from '../../groups/contract.ts';

export const GIVEN_FOR_CAMPAIGN = ['publish', 'see_people', 'contact_people', 'moderate'] as const;
/** What can be given for one campaign: to write and tell of it (without which there is nothing to do), and more. */
export const GivenForCampaign = Type.Enum([...GIVEN_FOR_CAMPAIGN]);
export type GivenForCampaign = Static<typeof GivenForCampaign>;

/** Who runs one campaign without running the group's others, and what they carry for it. */
export const CoordinatorList = Type.Object({
  rows: Type.Array(
    Type.Object({
      accountId: Type.String(),
      name: Type.String(),
      responsibilities: Type.Array(ResponsibilityName),
      can: Type.Object({ remove: Type.Boolean() }),
    }),
  ),
  /** What the viewer may give for it; nothing, if they name nobody. */
  mayGive: Type.Array(GivenForCampaign),
});
export type CoordinatorList = Static<typeof CoordinatorList>;

export const CoordinatorInput = Type.Object({
  responsibilities: Type.Optional(
    Type.Array(GivenForCampaign, { minItems: 1, maxItems: 4, uniqueItems: true }),
  ),
});
export type CoordinatorInput = Static<typeof CoordinatorInput>;
