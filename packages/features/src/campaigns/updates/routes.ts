import { deed, defineRoutes } from '../../http.ts';
import { permit } from '../../policy.ts';
import { campaignPolicy } from '../policy.ts';
import { findCampaign } from '../queries.ts';
import { countReceivers } from '../signatures/queries.ts';
import { postUpdate, resumeUpdate, stopUpdate } from './actions.ts';
import { NewUpdate, PostedUpdate, Receivers, UpdateList } from './contract.ts';
import { listUpdates } from './queries.ts';

export const updateRoutes = defineRoutes({
  'GET /campaigns/:slug/updates': deed({ who: 'account', answers: UpdateList }, async (ctx, { params }) => ({
    rows: await listUpdates(ctx, await findCampaign(ctx, params.slug)),
  })),
  'GET /campaigns/:slug/receivers': deed({ who: 'account', answers: Receivers }, async (ctx, { params }) => {
    const campaign = await findCampaign(ctx, params.slug);
    permit(campaignPolicy, 'count', campaign);
    return { count: await countReceivers(ctx, campaign.id) };
  }),
  'POST /campaigns/:slug/updates': deed(
    { who: 'account', body: NewUpdate, answers: PostedUpdate, status: 201 },
    (ctx, { params, body }) => postUpdate(ctx, params.slug, body),
  ),
  'PUT /campaigns/:slug/updates/:id/stop': deed({ who: 'account' }, (ctx, { params }) =>
    stopUpdate(ctx, params.slug, params.id),
  ),
  'DELETE /campaigns/:slug/updates/:id/stop': deed({ who: 'account' }, (ctx, { params }) =>
    resumeUpdate(ctx, params.slug, params.id),
  ),
});
