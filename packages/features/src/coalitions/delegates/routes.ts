import { deed, defineRoutes } from '../../http.ts';
import { PageQuery } from '../../paging.ts';
import { nameDelegate, recallDelegate } from './actions.ts';
import { DelegatePage, Naming } from './contract.ts';
import { listDelegates } from './queries.ts';

export const delegateRoutes = defineRoutes({
  'GET /coalitions/:slug/delegates': deed(
    { who: 'account', query: PageQuery, answers: DelegatePage },
    (ctx, { params, query }) => listDelegates(ctx, params.slug, query),
  ),
  'PUT /groups/:slug/coalitions/:coalition/delegates/:accountId': deed(
    { who: 'account', body: Naming },
    (ctx, { params: { slug, coalition: other, accountId }, body }) =>
      nameDelegate(ctx, { slug, other, accountId }, body),
  ),
  'DELETE /groups/:slug/coalitions/:coalition/delegates/:accountId': deed(
    { who: 'account' },
    (ctx, { params: { slug, coalition: other, accountId } }) =>
      recallDelegate(ctx, { slug, other, accountId }),
  ),
});
