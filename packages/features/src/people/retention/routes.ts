import { deed, defineRoutes } from '../../http.ts';
import { PageQuery } from '../../paging.ts';
import { keepPerson } from './actions.ts';
import { QuietPeople } from './contract.ts';
import { listForgetting } from './queries.ts';

export const retentionRoutes = defineRoutes({
  'GET /groups/:slug/people-forgetting': deed(
    { who: 'account', query: PageQuery, answers: QuietPeople },
    (ctx, { params, query }) => listForgetting(ctx, params.slug, query),
  ),
  'PUT /groups/:slug/people/:personId/keeping': deed({ who: 'account' }, (ctx, { params }) =>
    keepPerson(ctx, params.slug, params.personId),
  ),
});
