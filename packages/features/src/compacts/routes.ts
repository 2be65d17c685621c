import { deed, defineRoutes } from '../http.ts';
import { PageQuery } from '../paging.ts';
import { CompactPage, CompactView } from './contract.ts';
import { overlapRoutes } from './overlaps/routes.ts';
import { findCompact, listCompacts } from './queries.ts';
import { termsRoutes } from './terms/routes.ts';
import { useRoutes } from './uses/routes.ts';
import { compactPage, compactView } from './views.ts';

const pageRoutes = defineRoutes({
  'GET /groups/:slug/compacts': deed(
    { who: 'account', query: PageQuery, answers: CompactPage },
    async (ctx, { params, query }) => compactPage(await listCompacts(ctx, params.slug, query)),
  ),
  'GET /groups/:slug/compacts/:compactId': deed(
    { who: 'account', answers: CompactView },
    async (ctx, { params }) => compactView(ctx.db, await findCompact(ctx, params.slug, params.compactId)),
  ),
});

export const compactRoutes = { ...pageRoutes, ...termsRoutes, ...useRoutes, ...overlapRoutes };
