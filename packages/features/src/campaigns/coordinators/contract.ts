import { Type, type Static } from 'typebox';
import { ResponsibilityName } from '../../groups/contract.ts';

/** Who runs one campaign without running the group's others, and what they carry for it. */
export const CoordinatorList = Type.Object({
  rows: Type.Array(
    Type.Object({
      accountId: Type.String(),
      name: Type.String(),
      responsibilities: Type.Array(ResponsibilityName),
    }),
  ),
});
export type CoordinatorList = Static<typeof CoordinatorList>;

/** What can be given for one campaign: to write and tell of it (without which there is nothing to do), and more. */
export const GivenForCampaign = Type.Enum(['publish', 'see_people', 'contact_people', 'moderate']);
export type GivenForCampaign = Static<typeof GivenForCampaign>;

export const CoordinatorInput = Type.Object({
  responsibilities: Type.Optional(
    Type.Array(GivenForCampaign, { minItems: 1, maxItems: 4, uniqueItems: true }),
  ),
});
export type CoordinatorInput = Static<typeof CoordinatorInput>;
