import { deed, defineRoutes } from '../../http.ts';
import { PageQuery } from '../../paging.ts';
import { banMember, liftBan, type HasSpoken } from './actions.ts';
import { BanPage } from './contract.ts';
import { listBans } from './queries.ts';

export const banRoutes = (hasSpoken: HasSpoken) =>
  defineRoutes({
    'GET /groups/:slug/bans': deed(
      { who: 'account', query: PageQuery, answers: BanPage },
      (ctx, { params, query }) => listBans(ctx, params.slug, query),
    ),
    'PUT /groups/:slug/bans/:accountId': deed({ who: 'account' }, (ctx, { params }) =>
      banMember(ctx, params.slug, { accountId: params.accountId, hasSpoken }),
    ),
    'DELETE /groups/:slug/bans/:accountId': deed({ who: 'account' }, (ctx, { params }) =>
      liftBan(ctx, params.slug, params.accountId),
    ),
  });
