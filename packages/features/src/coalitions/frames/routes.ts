import { deed, defineRoutes } from '../../http.ts';
import { FrameTable } from './contract.ts';
import { listHomeFrames, listSponsorFrames } from './queries.ts';
import { frameTable } from './views.ts';

/** From the side of those who run the campaign, and of a group that stands with it. */
export const frameTableRoutes = defineRoutes({
  'GET /campaigns/:slug/frames': deed({ who: 'account', answers: FrameTable }, async (ctx, { params }) =>
    frameTable(ctx, await listHomeFrames(ctx, params.slug)),
  ),
  'GET /groups/:slug/sponsorships/:campaign/frames': deed(
    { who: 'account', answers: FrameTable },
    async (ctx, { params }) => frameTable(ctx, await listSponsorFrames(ctx, params.slug, params.campaign)),
  ),
});
