import { Type, type Static } from 'typebox';

/** The campaigns that somebody can want letters of and nothing else: those that they signed, while these run. */
export const SignedCampaigns = Type.Object({
  rows: Type.Array(
    Type.Object({
      id: Type.String(),
      title: Type.String(),
      /** They want letters of it, and of no campaign that is not chosen. */
      isChosen: Type.Boolean(),
    }),
  ),
});
export type SignedCampaigns = Static<typeof SignedCampaigns>;

/** Which of them somebody chooses. */
export const CampaignsChosen = Type.Object({
  campaignIds: Type.Array(Type.String({ format: 'uuid' }), { maxItems: 50 }),
});
export type CampaignsChosen = Static<typeof CampaignsChosen>;
