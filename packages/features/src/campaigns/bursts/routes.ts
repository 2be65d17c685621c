import { deed, defineRoutes } from '../../http.ts';
import { findCampaign } from '../queries.ts';
import { refuseBurst, releaseBurst, restoreBurst } from './actions.ts';
import { BurstList } from './contract.ts';
import { listBursts } from './queries.ts';

export const burstRoutes = defineRoutes({
  'GET /campaigns/:slug/bursts': deed({ who: 'account', answers: BurstList }, async (ctx, { params }) => ({
    rows: await listBursts(ctx, await findCampaign(ctx, params.slug)),
  })),
  'PUT /campaigns/:slug/bursts/:id/release': deed({ who: 'account' }, (ctx, { params }) =>
    releaseBurst(ctx, params.slug, params.id),
  ),
  'PUT /campaigns/:slug/bursts/:id/refusal': deed({ who: 'account' }, (ctx, { params }) =>
    refuseBurst(ctx, params.slug, params.id),
  ),
  'DELETE /campaigns/:slug/bursts/:id/refusal': deed({ who: 'account' }, (ctx, { params }) =>
    restoreBurst(ctx, params.slug, params.id),
  ),
});
