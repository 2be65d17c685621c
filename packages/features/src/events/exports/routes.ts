import { attached, CSV, deed, defineRoutes } from '../../http.ts';
import { exportEvents } from './actions.ts';

export const eventExportRoutes = defineRoutes({
  'POST /groups/:slug/events/exports': deed({ who: 'account', sends: CSV }, async (ctx, { params }, reply) =>
    attached(reply, await exportEvents(ctx, params.slug)),
  ),
});
