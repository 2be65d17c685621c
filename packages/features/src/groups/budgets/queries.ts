import type { Queryable } from '@groundwork/database';
import { and, asc, eq, sql } from 'drizzle-orm';
import { isListed } from '../listed.ts';
import { coalitionReach, groups } from '../tables.ts';
import { contactBudgetYeses } from './tables.ts';

/** A budget that a group keeps: that of which coalition, and how many mails a week it said yes to. */
export type KeptBudget = { coalitionId: string; name: string; mostAWeek: number };

/**
 * The budgets that a group keeps now, in the order in which several are locked. Of a coalition that it is not in, or that
 * keeps it out for a while, it keeps none.
 */
export function listKeptBudgets(db: Queryable, groupId: string): Promise<KeptBudget[]> {
  return db
    .select({
      coalitionId: contactBudgetYeses.coalitionId,
      name: groups.name,
      mostAWeek: contactBudgetYeses.mostAWeek,
    })
    .from(contactBudgetYeses)
    .innerJoin(
      coalitionReach,
      and(
        eq(coalitionReach.coalitionId, contactBudgetYeses.coalitionId),
        eq(coalitionReach.groupId, contactBudgetYeses.groupId),
        eq(coalitionReach.isDirect, true),
      ),
    )
    .innerJoin(groups, eq(groups.id, contactBudgetYeses.coalitionId))
    .where(eq(contactBudgetYeses.groupId, groupId))
    .orderBy(asc(contactBudgetYeses.coalitionId));
}

/** What each of these groups keeps, for its people: a coalition is named where everybody may know of both. */
export async function listOpenBudgets(db: Queryable, groupIds: string[]) {
  const isOpen = sql`${isListed(sql`coalition`)} and ${isListed(sql`home`)}`;
  const { rows } = await db.execute<{ groupId: string; coalition: string | null; mostAWeek: number }>(sql`
    select yes.group_id as "groupId", yes.most_a_week as "mostAWeek", case when ${isOpen} then coalition.name end as coalition
    from ${contactBudgetYeses} yes
    join ${coalitionReach} reach on reach.coalition_id = yes.coalition_id and reach.group_id = yes.group_id and reach.is_direct
    join ${groups} coalition on coalition.id = yes.coalition_id join ${groups} home on home.id = yes.group_id
    where yes.group_id = any(${sql.param(groupIds)}::uuid[]) order by yes.coalition_id`);
  const byGroup = Map.groupBy(rows, ({ groupId }) => groupId);
  return new Map([...byGroup].map(([id, some]) => [id, some.map(({ groupId: _, ...kept }) => kept)]));
}
