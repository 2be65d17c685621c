import { deed, defineRoutes } from '../../http.ts';
import { CommonGroundList } from './contract.ts';
import { listCommonGround } from './queries.ts';

export const commonGroundRoutes = defineRoutes({
  'GET /coalitions/:slug/common-ground': deed(
    { who: 'account', answers: CommonGroundList },
    async (ctx, { params }) => ({ rows: await listCommonGround(ctx, params.slug) }),
  ),
});
