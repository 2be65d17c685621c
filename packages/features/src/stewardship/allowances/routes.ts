import { deed, defineRoutes } from '../../http.ts';
import { PageQuery } from '../../paging.ts';
import { endAllowance, giveAllowance } from './actions.ts';
import { AllowancesPage, NewAllowance } from './contract.ts';
import { listAllowances } from './queries.ts';

export const allowanceRoutes = defineRoutes({
  'GET /site/allowances': deed(
    { who: 'site-steward', query: PageQuery, answers: AllowancesPage },
    (ctx, { query }) => listAllowances(ctx, query),
  ),
  'PUT /site/allowances': deed({ who: 'site-steward', body: NewAllowance }, (ctx, { body }) =>
    giveAllowance(ctx, body),
  ),
  'DELETE /site/allowances/:subjectId': deed({ who: 'site-steward' }, (ctx, { params }) =>
    endAllowance(ctx, params.subjectId),
  ),
});
