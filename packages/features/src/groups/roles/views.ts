import type { Answer } from '../../http.ts';
import { groupPolicy } from '../policy.ts';
import { carriedBy, mayGive, RESPONSIBILITIES, ROLES } from '../responsibilities.ts';
import type { RoleList } from './contract.ts';
import type { listRoles } from './queries.ts';

/** The roles of a group, with what the viewer may do with each. */
export function rolesView({ group, rows }: Awaited<ReturnType<typeof listRoles>>): Answer<RoleList> {
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
