import { attached, CSV, deed, defineRoutes } from '../../http.ts';
import { exportNames, exportOwnNames, takeNamesBook } from './actions.ts';
import { NamesBook, NamesQuery } from './contract.ts';

// POSTs: that names were asked for is on record, and no link or page that is fetched ahead asks for them.
export const nameRoutes = defineRoutes({
  'POST /campaigns/:slug/names/exports': deed(
    { who: 'account', sends: CSV },
    async (ctx, { params }, reply) => attached(reply, await exportNames(ctx, params.slug)),
  ),
  // Of those who signed through a group that stands with it, for that group.
  'POST /groups/:slug/sponsorships/:campaign/names/exports': deed(
    { who: 'account', sends: CSV },
    async (ctx, { params }, reply) =>
      attached(reply, await exportOwnNames(ctx, { groupSlug: params.slug, slug: params.campaign })),
  ),
  'POST /campaigns/:slug/names/books': deed(
    { who: 'account', body: NamesQuery, answers: NamesBook },
    (ctx, { params, body }) => takeNamesBook(ctx, params.slug, body),
  ),
});
