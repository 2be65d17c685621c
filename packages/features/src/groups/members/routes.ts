import { deed, defineRoutes } from '../../http.ts';
import { GroupView } from '../contract.ts';
import { findWholeGroup } from '../queries.ts';
import { groupView } from '../views.ts';
import { joinGroup, leaveGroup, removeMember, setMyFace, setRole } from './actions.ts';
import { FaceChange, MemberPage, MemberQuery, RoleChange, Via } from './contract.ts';
import { listMembers } from './queries.ts';

/** `membership` is the viewer's own, `members` are everyone's. */
export const memberRoutes = defineRoutes({
  'PUT /groups/:slug/membership': deed(
    { who: 'account', query: Via, answers: GroupView },
    async (ctx, { params, query }) => {
      await joinGroup(ctx, params.slug, query.via);
      return groupView(await findWholeGroup(ctx, params.slug));
    },
  ),
  'PATCH /groups/:slug/membership': deed(
    { who: 'account', body: FaceChange, answers: GroupView },
    async (ctx, { params, body }) => {
      await setMyFace(ctx, params.slug, body);
      return groupView(await findWholeGroup(ctx, params.slug));
    },
  ),
  'DELETE /groups/:slug/membership': deed({ who: 'account' }, (ctx, { params }) =>
    leaveGroup(ctx, params.slug),
  ),
  'GET /groups/:slug/members': deed(
    { who: 'account', query: MemberQuery, answers: MemberPage },
    (ctx, { params, query }) => listMembers(ctx, params.slug, query),
  ),
  'PATCH /groups/:slug/members/:accountId': deed(
    { who: 'account', body: RoleChange },
    (ctx, { params, body }) => setRole(ctx, params.slug, params.accountId, body),
  ),
  'DELETE /groups/:slug/members/:accountId': deed({ who: 'account' }, (ctx, { params }) =>
    removeMember(ctx, params.slug, params.accountId),
  ),
});
