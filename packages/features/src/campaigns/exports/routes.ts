import { attached, CSV, deed, defineRoutes } from '../../http.ts';
import { exportCampaigns } from './actions.ts';

export const campaignExportRoutes = defineRoutes({
  'POST /groups/:slug/campaigns/exports': deed(
    { who: 'account', sends: CSV },
    async (ctx, { params }, reply) => attached(reply, await exportCampaigns(ctx, params.slug)),
  ),
});
