import { deed, defineRoutes } from '../../http.ts';
import { permit } from '../../policy.ts';
import { campaignPolicy } from '../policy.ts';
import { findCampaign } from '../queries.ts';
import { countReceivers } from '../signatures/queries.ts';
import { postUpdate } from './actions.ts';
import { NewUpdate, PostedUpdate, Receivers, UpdateList, WrittenUpdate } from './contract.ts';
import { findUpdate, listUpdates } from './queries.ts';

export const updateRoutes = defineRoutes({
  'GET /campaigns/:slug/updates': deed({ who: 'account', answers: UpdateList }, async (ctx, { params }) => ({
    rows: await listUpdates(ctx, await findCampaign(ctx, params.slug)),
  })),
  'GET /campaigns/:slug/updates/:id': deed(
    { who: 'account', answers: WrittenUpdate },
    async (ctx, { params }) => findUpdate(ctx, await findCampaign(ctx, params.slug), params.id),
  ),
  'GET /campaigns/:slug/receivers': deed({ who: 'account', answers: Receivers }, async (ctx, { params }) => {
    const campaign = await findCampaign(ctx, params.slug);
    permit(campaignPolicy, 'count', campaign);
    return { count: await countReceivers(ctx, campaign.id) };
  }),
  'POST /campaigns/:slug/updates': deed(
    { who: 'account', body: NewUpdate, answers: PostedUpdate, status: 201 },
    (ctx, { params, body }) => postUpdate(ctx, params.slug, body),
  ),
});
