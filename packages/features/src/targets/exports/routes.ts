import { attached, CSV, deed, defineRoutes } from '../../http.ts';
import { exportTargets } from './actions.ts';

export const targetExportRoutes = defineRoutes({
  'POST /groups/:slug/targets/exports': deed({ who: 'account', sends: CSV }, async (ctx, { params }, reply) =>
    attached(reply, await exportTargets(ctx, params.slug)),
  ),
});
