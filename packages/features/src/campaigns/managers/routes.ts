import { deed, defineRoutes } from '../../http.ts';
import { nameManager, removeManager } from './actions.ts';
import { ManagerInput, ManagerList } from './contract.ts';
import { listManagers } from './queries.ts';

/** Who runs one campaign, and no other. */
export const managerRoutes = defineRoutes({
  'GET /campaigns/:slug/managers': deed(
    { who: 'account', answers: ManagerList },
    async (ctx, { params }) => ({
      rows: await listManagers(ctx, params.slug),
    }),
  ),
  'PUT /campaigns/:slug/managers/:accountId': deed(
    { who: 'account', body: ManagerInput },
    (ctx, { params, body }) => nameManager(ctx, params, body),
  ),
  'DELETE /campaigns/:slug/managers/:accountId': deed({ who: 'account' }, (ctx, { params }) =>
    removeManager(ctx, params.slug, params.accountId),
  ),
});
