import { deed, defineRoutes } from '../../http.ts';
import { nameCoordinator, removeCoordinator } from './actions.ts';
import { CoordinatorInput, CoordinatorList } from './contract.ts';
import { listCoordinators } from './queries.ts';

/** Who runs one campaign, and no other. */
export const coordinatorRoutes = defineRoutes({
  'GET /campaigns/:slug/coordinators': deed({ who: 'account', answers: CoordinatorList }, (ctx, { params }) =>
    listCoordinators(ctx, params.slug),
  ),
  'PUT /campaigns/:slug/coordinators/:accountId': deed(
    { who: 'account', body: CoordinatorInput },
    (ctx, { params, body }) => nameCoordinator(ctx, params, body),
  ),
  'DELETE /campaigns/:slug/coordinators/:accountId': deed({ who: 'account' }, (ctx, { params }) =>
    removeCoordinator(ctx, params.slug, params.accountId),
  ),
});
