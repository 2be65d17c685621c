import { deed, defineRoutes } from '../../http.ts';
import { PageQuery } from '../../paging.ts';
import { askToJoin, decideJoinRequest, withdrawJoinRequest } from './actions.ts';
import { JoinDecision, JoinRequestPage, NewJoinRequest } from './contract.ts';
import { listJoinRequests } from './queries.ts';

export const joinRequestRoutes = defineRoutes({
  'GET /groups/:slug/join-requests': deed(
    { who: 'account', query: PageQuery, answers: JoinRequestPage },
    (ctx, { params, query }) => listJoinRequests(ctx, params.slug, query),
  ),
  'POST /groups/:slug/join-requests': deed(
    { who: 'account', body: NewJoinRequest, status: 202 },
    (ctx, { params, body }) => askToJoin(ctx, params.slug, body),
  ),
  'DELETE /groups/:slug/join-requests/own': deed({ who: 'account' }, (ctx, { params }) =>
    withdrawJoinRequest(ctx, params.slug),
  ),
  'PUT /groups/:slug/join-requests/:requestId/decision': deed(
    { who: 'account', body: JoinDecision },
    (ctx, { params, body }) => decideJoinRequest(ctx, params.slug, params.requestId, body),
  ),
});
