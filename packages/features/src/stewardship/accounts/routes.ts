import { liftSuspension, signOutEverywhere, suspendAccount } from '../../accounts/suspensions/actions.ts';
import { deed, defineRoutes } from '../../http.ts';
import { Reason } from '../groups/contract.ts';
import { SiteAccount } from './contract.ts';
import { findSiteAccount } from './queries.ts';

/** One account of the site, for who looks after it. */
export const siteAccountRoutes = defineRoutes({
  'GET /site/accounts/:accountId': deed({ who: 'site-steward', answers: SiteAccount }, (ctx, { params }) =>
    findSiteAccount(ctx, params.accountId),
  ),
  'PUT /site/accounts/:accountId/suspension': deed(
    { who: 'site-steward', body: Reason },
    (ctx, { params, body }) => suspendAccount(ctx, params.accountId, body.reason),
  ),
  'DELETE /site/accounts/:accountId/suspension': deed({ who: 'site-steward' }, (ctx, { params }) =>
    liftSuspension(ctx, params.accountId),
  ),
  'DELETE /site/accounts/:accountId/sessions': deed({ who: 'site-steward' }, (ctx, { params }) =>
    signOutEverywhere(ctx, params.accountId),
  ),
});
