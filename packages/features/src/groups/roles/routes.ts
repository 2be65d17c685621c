import { deed, defineRoutes } from '../../http.ts';
import { editRole, makeRole, removeRole } from './actions.ts';
import { OwnRoleInput, RoleList } from './contract.ts';
import { listRoles } from './queries.ts';
import { rolesView } from './views.ts';

const ANSWERS = { who: 'account', body: OwnRoleInput, answers: RoleList } as const;

/** The roles of a group's own. Who has which is said in the table of members. */
export const roleRoutes = defineRoutes({
  'GET /groups/:slug/roles': deed({ who: 'account', answers: RoleList }, async (ctx, { params }) =>
    rolesView(await listRoles(ctx, params.slug)),
  ),
  'POST /groups/:slug/roles': deed({ ...ANSWERS, status: 201 }, async (ctx, { params, body }) => {
    await makeRole(ctx, params.slug, body);
    return rolesView(await listRoles(ctx, params.slug));
  }),
  'PUT /groups/:slug/roles/:roleId': deed(ANSWERS, async (ctx, { params, body }) => {
    await editRole(ctx, params.slug, params.roleId, body);
    return rolesView(await listRoles(ctx, params.slug));
  }),
  'DELETE /groups/:slug/roles/:roleId': deed({ who: 'account' }, (ctx, { params }) =>
    removeRole(ctx, params.slug, params.roleId),
  ),
});
