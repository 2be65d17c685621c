import { Type } from 'typebox';
import { liftSuspension, signOutEverywhere, suspendAccount } from '../../accounts/suspensions/actions.ts';
import { deed, defineRoutes } from '../../http.ts';
import { LENGTHS } from '../../lengths.ts';
import { PageQuery } from '../../paging.ts';
import { Reason } from '../groups/contract.ts';
import { AccountsPage, SiteAccount } from './contract.ts';
import { findSiteAccount, listAccounts } from './queries.ts';

const Search = Type.Interface([PageQuery], {
  search: Type.Optional(Type.String({ maxLength: LENGTHS.search })),
});

/** The accounts of the site, for who looks after it. */
export const siteAccountRoutes = defineRoutes({
  'GET /site/accounts': deed(
    { who: 'site-steward', query: Search, answers: AccountsPage },
    (ctx, { query }) => listAccounts(ctx, query),
  ),
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
