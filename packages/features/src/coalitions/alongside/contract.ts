import { Type, type Static } from 'typebox';
import { CampaignAction, CampaignStateName, Sharing } from '../../campaigns/contract.ts';
import { CarrierFigure, CarrierRow } from '../../campaigns/sponsors/contract.ts';
import { LanguageCode } from '../../site/contract.ts';

/** What came to a campaign through one of the groups that carry it. */
export const AlongsideRow = Type.Interface([CarrierRow], {
  signed: CarrierFigure,
  /** How many of its people came to what is held for the campaign. */
  came: CarrierFigure,
});
export type AlongsideRow = Static<typeof AlongsideRow>;

export const AlongsideView = Type.Object({
  campaign: Type.Object({
    id: Type.String(),
    slug: Type.String(),
    title: Type.String(),
    action: CampaignAction,
    state: CampaignStateName,
    language: LanguageCode,
    sharing: Sharing,
    signatureCount: Type.Integer(),
  }),
  rows: Type.Array(AlongsideRow),
});
export type AlongsideView = Static<typeof AlongsideView>;
