import { attached, CSV, deed, defineRoutes } from '../../http.ts';
import { exportListings } from './actions.ts';

export const listingExportRoutes = defineRoutes({
  'POST /groups/:slug/listings/exports': deed(
    { who: 'account', sends: CSV },
    async (ctx, { params }, reply) => attached(reply, await exportListings(ctx, params.slug)),
  ),
});
