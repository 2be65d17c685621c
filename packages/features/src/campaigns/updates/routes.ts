import { deed, defineRoutes } from '../../http.ts';
import { permit } from '../../policy.ts';
import { campaignPolicy } from '../policy.ts';
import { findCampaign } from '../queries.ts';
import { countReceivers } from '../signatures/queries.ts';
import { postSponsorUpdate, postUpdate } from './actions.ts';
import { NewUpdate, PostedUpdate, Receivers, SponsorUpdates, UpdateList, WrittenUpdate } from './contract.ts';
import { hideUpdate, withdrawUpdate } from './hidings.ts';
import { findUpdate, listSponsorUpdates, listUpdates } from './queries.ts';
import { listedUpdate, postedUpdate, sponsorUpdates } from './views.ts';

const POSTING = { who: 'account', body: NewUpdate, answers: PostedUpdate, status: 201 } as const;

/** By those who run the campaign. */
const homeRoutes = defineRoutes({
  'GET /campaigns/:slug/updates': deed({ who: 'account', answers: UpdateList }, async (ctx, { params }) => ({
    rows: (await listUpdates(ctx, await findCampaign(ctx, params.slug))).map(listedUpdate),
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
  'POST /campaigns/:slug/updates': deed(POSTING, async (ctx, { params, body }) =>
    postedUpdate(await postUpdate(ctx, params.slug, body)),
  ),
  'PUT /campaigns/:slug/updates/:id/hiding': deed({ who: 'account' }, (ctx, { params }) =>
    hideUpdate(ctx, params.slug, { id: params.id, isOff: true }),
  ),
  'DELETE /campaigns/:slug/updates/:id/hiding': deed({ who: 'account' }, (ctx, { params }) =>
    hideUpdate(ctx, params.slug, { id: params.id, isOff: false }),
  ),
});

/** By a group that stands with it. */
const sponsorsRoutes = defineRoutes({
  'GET /groups/:slug/sponsorships/:campaign/updates': deed(
    { who: 'account', answers: SponsorUpdates },
    async (ctx, { params }) => sponsorUpdates(await listSponsorUpdates(ctx, params.slug, params.campaign)),
  ),
  'POST /groups/:slug/sponsorships/:campaign/updates': deed(POSTING, async (ctx, { params, body }) =>
    postedUpdate(await postSponsorUpdate(ctx, params.slug, params.campaign, body)),
  ),
  'PUT /groups/:slug/sponsorships/:campaign/updates/:id/hiding': deed({ who: 'account' }, (ctx, { params }) =>
    withdrawUpdate(ctx, params, { id: params.id, isOff: true }),
  ),
  'DELETE /groups/:slug/sponsorships/:campaign/updates/:id/hiding': deed(
    { who: 'account' },
    (ctx, { params }) => withdrawUpdate(ctx, params, { id: params.id, isOff: false }),
  ),
});

export const updateRoutes = { ...homeRoutes, ...sponsorsRoutes };
