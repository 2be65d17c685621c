import { deed, defineRoutes } from '../../http.ts';
import { AlongsideView } from './contract.ts';
import { findAlongside } from './queries.ts';
import { alongsideView } from './views.ts';

export const alongsideRoutes = defineRoutes({
  'GET /groups/:slug/sponsorships/:campaign': deed(
    { who: 'account', answers: AlongsideView },
    async (ctx, { params }) => alongsideView(ctx, await findAlongside(ctx, params.slug, params.campaign)),
  ),
});
