import type { Queryable } from '@groundwork/database';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { groupPolicy } from '../policy.ts';
import { findGroup } from '../queries.ts';
import { groupRoles, memberships } from '../tables.ts';

/** A group's own roles by name, for those who see who has which. Few: see MOST_ROLES. */
export async function listRoles(ctx: Context, slug: string) {
  const group = await findGroup(ctx, slug);
  if (!groupPolicy.seeRoles(group)) throw new NotFound('roles');
  const rows = await ctx.db
    .select({ ...role, memberCount })
    .from(groupRoles)
    .where(eq(groupRoles.groupId, group.id))
    .orderBy(asc(sql`lower(${groupRoles.name})`));
  return { group, rows };
}

/** One of them, of a group that the viewer has already found, or NotFound. */
export async function findRole(db: Queryable, groupId: string, id: string) {
  const [found] = await db
    .select({ ...role, memberCount })
    .from(groupRoles)
    .where(and(eq(groupRoles.groupId, groupId), eq(groupRoles.id, id)));
  if (!found) throw new NotFound('role');
  return found;
}

const role = { id: groupRoles.id, name: groupRoles.name, responsibilities: groupRoles.responsibilities };

const memberCount = sql<number>`(select count(*)::int from ${memberships} theirs
  where theirs.group_id = ${groupRoles.groupId} and theirs.own_role_id = ${groupRoles.id})`;
