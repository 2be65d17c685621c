import { attached, CSV, deed, defineRoutes } from '../../http.ts';
import { DrawList } from './contract.ts';
import { exportDrawn } from './exporting.ts';
import { listDraws, openDrawFile } from './queries.ts';

/** Of a campaign that shares in proportion, for one of the groups that carry it. */
export const drawRoutes = defineRoutes({
  'GET /groups/:slug/sponsorships/:campaign/draws': deed(
    { who: 'account', answers: DrawList },
    (ctx, { params }) => listDraws(ctx, params.slug, params.campaign),
  ),
  'GET /groups/:slug/sponsorships/:campaign/draws/:id.txt': deed(
    { who: 'account', sends: 'text/plain; charset=utf-8' },
    async (ctx, { params }, reply) =>
      attached(reply, await openDrawFile(ctx, params.slug, { slug: params.campaign, id: params.id })),
  ),
  // A POST, as of other names: that it was asked for is on record.
  'POST /groups/:slug/sponsorships/:campaign/draws/exports': deed(
    { who: 'account', sends: CSV },
    async (ctx, { params }, reply) =>
      attached(reply, await exportDrawn(ctx, { groupSlug: params.slug, slug: params.campaign })),
  ),
});
