import { sql, type SQL } from 'drizzle-orm';
import { isTargetOpenTo } from '../groups/targets/queries.ts';
import { targets } from '../groups/targets/tables.ts';
import { coalitionReach, groups } from '../groups/tables.ts';
import { targetAsks, targetNotes } from './tables.ts';

/**
 * The condition that whoever acts for a group finds a target: it is open to them; or the group wrote about it and has left the
 * coalition since, or the coalition is gone.
 */
export function isTargetFoundFor(groupId: string, viewerId: string): SQL<boolean> {
  const own = sql`${groupId}::uuid`;
  const wrote = (table: typeof targetAsks | typeof targetNotes) =>
    sql`exists (select from ${table} kept where kept.target_id = ${targets.id} and kept.group_id = ${own})`;
  return sql<boolean>`(${isTargetOpenTo(own, viewerId)}
    or (${targets.hiddenAt} is null and (${wrote(targetAsks)} or ${wrote(targetNotes)})))`;
}

/**
 * The condition that a group reads a row about a target, of which it finds what others wrote: its own, or of a group that is
 * in the coalition now. What a group wrote goes with it when it leaves.
 */
export function isAskSharedWith(groupId: string, isOpen: boolean): SQL<boolean> {
  const isOwn = sql<boolean>`${targetAsks.groupId} = ${groupId}`;
  if (!isOpen) return isOwn;
  return sql<boolean>`(${isOwn} or exists (select from ${targets} about
    join ${groups} asker on asker.id = ${targetAsks.groupId} and asker.hidden_at is null
    where about.id = ${targetAsks.targetId} and (about.group_id = asker.id or exists (
      select from ${coalitionReach} reach where reach.coalition_id = about.group_id and reach.group_id = asker.id))))`;
}

/** The condition that a promise is due: its day has passed where the group is that was promised it, and nobody said what came of it. */
export function isAskDue(timeZone: SQL): SQL<boolean> {
  return sql<boolean>`coalesce(${targetAsks.outcome} is null and ${targetAsks.dueOn} < today_in(${timeZone}), false)`;
}
