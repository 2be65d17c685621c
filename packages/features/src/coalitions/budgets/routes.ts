import { deed, defineRoutes } from '../../http.ts';
import { dropBudget, keepBudget, proposeBudget } from './actions.ts';
import { BudgetInput, BudgetView, BudgetYes, OwnBudgetView } from './contract.ts';
import { findBudget, findOwnBudget } from './queries.ts';

export const budgetRoutes = defineRoutes({
  'GET /coalitions/:slug/budget': deed({ who: 'account', answers: BudgetView }, (ctx, { params }) =>
    findBudget(ctx, params.slug),
  ),
  'PUT /coalitions/:slug/budget': deed({ who: 'account', body: BudgetInput }, (ctx, { params, body }) =>
    proposeBudget(ctx, params.slug, body.mostAWeek),
  ),
  'GET /groups/:slug/coalitions/:coalition/budget': deed(
    { who: 'account', answers: OwnBudgetView },
    (ctx, { params }) => findOwnBudget(ctx, { slug: params.slug, other: params.coalition }),
  ),
  'PUT /groups/:slug/coalitions/:coalition/budget': deed(
    { who: 'account', body: BudgetYes },
    (ctx, { params, body }) =>
      keepBudget(ctx, { slug: params.slug, other: params.coalition }, body.mostAWeek),
  ),
  'DELETE /groups/:slug/coalitions/:coalition/budget': deed({ who: 'account' }, (ctx, { params }) =>
    dropBudget(ctx, { slug: params.slug, other: params.coalition }),
  ),
});
