import { deed, defineRoutes } from '../../http.ts';
import { chooseCampaigns } from './actions.ts';
import { CampaignsChosen, SignedCampaigns } from './contract.ts';
import { listSignedCampaigns } from './queries.ts';

/** Of which campaigns alone somebody wants letters, by the link in each mail and without an account. */
export const choosingRoutes = defineRoutes({
  'GET /subscriptions/:sealed/campaigns/:choice': deed(
    { who: 'link', answers: SignedCampaigns },
    async (ctx, { params }) => ({ rows: await listSignedCampaigns(ctx, params) }),
  ),
  'PUT /subscriptions/:sealed/campaigns/:choice': deed(
    { who: 'link', body: CampaignsChosen },
    (ctx, { params, body }) => chooseCampaigns(ctx, params, body),
  ),
});
