import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Queryable } from '@groundwork/database';
import { groupRoles } from '../groups/tables.ts';
import { ROLES, type Role } from '../groups/responsibilities.ts';
import { accountsWithRole, standsIn } from '../groups/standing.ts';
import { people } from '../people/tables.ts';
import type { LineCondition } from './lines.ts';

export type RoleLine = Extract<LineCondition, { is: 'role' }>;

/** Whether a line asks for a role that every group has, and not for one of the group's own. */
export function isGivenRole(role: string): role is Role {
  return ROLES.some((one) => one === role);
}

/** The ids of those who are in the group with this role. One of its own that is gone holds nobody, and so does another group's. */
export function holdingRole({ role }: RoleLine, groupId: string): SQL {
  const accounts = accountsWithRole(groupId, isGivenRole(role) ? { given: role } : { ownId: role });
  return sql`select holder.id from ${people} holder
    where holder.group_id = ${groupId} and holder.account_id in ${accounts}`;
}

/** The names of those of these roles that are a group's own. */
export function findRoleNames({ db }: { db: Queryable }, groupId: string, ids: string[]) {
  return db
    .select({ id: groupRoles.id, name: groupRoles.name })
    .from(groupRoles)
    .where(and(eq(groupRoles.groupId, groupId), inArray(groupRoles.id, ids)));
}

/** Whether whoever asked for something still sees who has which role; somebody whose account is gone does not. */
export async function seesRolesNow(
  db: Queryable,
  groupId: string,
  accountId: string | null,
): Promise<boolean> {
  if (accountId === null) return false;
  const may = (['moderate', 'manage_members', 'manage_group'] as const).map((one) =>
    standsIn(accountId, groupId, one),
  );
  const { rows } = await db.execute<{ sees: boolean }>(sql`select ${sql.join(may, sql` or `)} as sees`);
  return rows[0]?.sees ?? false;
}
