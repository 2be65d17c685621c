import { deed, defineRoutes } from '../../http.ts';
import { PageQuery } from '../../paging.ts';
import { banMember, liftBan } from './actions.ts';
import { BanPage } from './contract.ts';
import { listBans } from './queries.ts';

export const banRoutes = defineRoutes({
  'GET /groups/:slug/bans': deed(
    { who: 'account', query: PageQuery, answers: BanPage },
    (ctx, { params, query }) => listBans(ctx, params.slug, query),
  ),
  'PUT /groups/:slug/bans/:accountId': deed({ who: 'account' }, (ctx, { params }) =>
    banMember(ctx, params.slug, params.accountId),
  ),
  'DELETE /groups/:slug/bans/:accountId': deed({ who: 'account' }, (ctx, { params }) =>
    liftBan(ctx, params.slug, params.accountId),
  ),
});
