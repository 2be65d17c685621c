import type { Queryable } from '@groundwork/database';
import { and, asc, eq, isNull, or, sql, type SQL } from 'drizzle-orm';
import { alias, type AnyPgColumn } from 'drizzle-orm/pg-core';
import { coalitionReach, groupBans, groups } from '../tables.ts';
import { targets } from './tables.ts';

/** The group or the coalition whose a target is. */
export const targetHolder = alias(groups, 'target_holder');

type Ref = AnyPgColumn | SQL | string;

/** Most that a form offers: who knows more of them looks for one in their list. */
const MOST_CHOICES = 200;

/**
 * The condition that whoever acts for a group finds a target: it is the group's own, or of a coalition that the group is in
 * now, which is not hidden, and from which they are not banned. What is hidden, those find whose it is.
 */
export function isTargetOpenTo(group: Ref, viewerId: string): SQL<boolean> {
  return sql<boolean>`coalesce(${targets.groupId} = ${group} or (${targets.hiddenAt} is null and exists (
    select from ${coalitionReach} reach
    join ${groups} above on above.id = reach.coalition_id and above.hidden_at is null
    join ${groups} inside on inside.id = reach.group_id and inside.hidden_at is null
    where reach.coalition_id = ${targets.groupId} and reach.group_id = ${group}
      and not exists (select from ${groupBans} ban
        where ban.group_id = reach.coalition_id and ban.account_id = ${viewerId}))), false)`;
}

/** What a campaign of a group can be addressed to, by name: who holds an office now. */
export function listTargetChoices(db: Queryable, groupId: string, viewerId: string) {
  return db
    .select({ id: targets.id, name: targets.name, office: targets.office, holder: targetHolder.name })
    .from(targets)
    .innerJoin(targetHolder, eq(targetHolder.id, targets.groupId))
    .where(
      and(
        isTargetOpenTo(sql`${groupId}::uuid`, viewerId),
        isNull(targets.hiddenAt),
        or(isNull(targets.leftOn), sql`${targets.leftOn} > today_in(${targetHolder.timeZone})`),
      ),
    )
    .orderBy(asc(sql`lower(${targets.name})`), asc(targets.id))
    .limit(MOST_CHOICES);
}

/** One of them by its id; undefined for what this group's campaigns cannot be addressed to. */
export async function findTargetChoice(
  db: Queryable,
  { id, groupId, viewerId }: { id: string; groupId: string; viewerId: string },
) {
  const [chosen] = await db
    .select({ name: targets.name, office: targets.office })
    .from(targets)
    .leftJoin(targetHolder, eq(targetHolder.id, targets.groupId))
    .where(
      and(eq(targets.id, id), isTargetOpenTo(sql`${groupId}::uuid`, viewerId), isNull(targets.hiddenAt)),
    );
  return chosen;
}
