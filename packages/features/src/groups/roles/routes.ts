import { deed, defineRoutes, type Answer } from '../../http.ts';
import type { Context } from '../../context.ts';
import { groupPolicy } from '../policy.ts';
import { carriedBy, mayGive, RESPONSIBILITIES, ROLES } from '../responsibilities.ts';
import { editRole, makeRole, removeRole } from './actions.ts';
import { OwnRoleInput, RoleList } from './contract.ts';
import { listRoles } from './queries.ts';

const ANSWERS = { who: 'account', body: OwnRoleInput, answers: RoleList } as const;

/** The roles of a group's own. Who has which is said in the table of members. */
export const roleRoutes = defineRoutes({
  'GET /groups/:slug/roles': deed({ who: 'account', answers: RoleList }, (ctx, { params }) =>
    seen(ctx, params.slug),
  ),
  'POST /groups/:slug/roles': deed({ ...ANSWERS, status: 201 }, async (ctx, { params, body }) => {
    await makeRole(ctx, params.slug, body);
    return seen(ctx, params.slug);
  }),
  'PUT /groups/:slug/roles/:roleId': deed(ANSWERS, async (ctx, { params, body }) => {
    await editRole(ctx, params.slug, params.roleId, body);
    return seen(ctx, params.slug);
  }),
  'DELETE /groups/:slug/roles/:roleId': deed({ who: 'account' }, (ctx, { params }) =>
    removeRole(ctx, params.slug, params.roleId),
  ),
});

async function seen(ctx: Context, slug: string): Promise<Answer<RoleList>> {
  const { group, rows } = await listRoles(ctx, slug);
  const create = groupPolicy.manageRoles(group);
  const gives = groupPolicy.manageMembers(group);
  return {
    given: ROLES.map((role) => ({
      ...{ role, responsibilities: [...carriedBy(role)] },
      can: { give: gives && mayGive(group, carriedBy(role)) },
    })),
    rows: rows.map((row) => {
      const isWithin = mayGive(group, row.responsibilities);
      const change = create && isWithin;
      return { ...row, can: { give: gives && isWithin, change, remove: change && row.memberCount === 0 } };
    }),
    can: { create, carry: RESPONSIBILITIES.filter((one) => create && mayGive(group, [one])) },
  };
}
