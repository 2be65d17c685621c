import { deed, defineRoutes } from '../../http.ts';
import { enterDomain, removeDomain } from './actions.ts';
import { DomainInput, DomainPage } from './contract.ts';
import { lookAgain } from './looks.ts';
import { findDomain } from './queries.ts';
import { domainPage } from './views.ts';

export const domainRoutes = defineRoutes({
  'GET /groups/:slug/domain': deed({ who: 'account', answers: DomainPage }, async (ctx, { params }) =>
    domainPage(ctx, await findDomain(ctx, params.slug)),
  ),
  'PUT /groups/:slug/domain': deed(
    { who: 'account', body: DomainInput, answers: DomainPage },
    async (ctx, { params, body }) => {
      await enterDomain(ctx, params.slug, body);
      return domainPage(ctx, await findDomain(ctx, params.slug));
    },
  ),
  'DELETE /groups/:slug/domain': deed({ who: 'account' }, (ctx, { params }) =>
    removeDomain(ctx, params.slug),
  ),
  'POST /groups/:slug/domain/looks': deed(
    { who: 'account', answers: DomainPage },
    async (ctx, { params }) => {
      await lookAgain(ctx, params.slug);
      return domainPage(ctx, await findDomain(ctx, params.slug));
    },
  ),
});
