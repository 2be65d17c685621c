import { sql } from 'drizzle-orm';
import { campaignsOf } from '../../campaigns/queries.ts';
import { signatures } from '../../campaigns/signatures/tables.ts';
import type { Context } from '../../context.ts';
import { attendances } from '../../events/checkin/tables.ts';
import { eventsOf } from '../../events/queries.ts';
import { toTens } from '../../figures.ts';
import { leadersOf } from '../../groups/standing.ts';
import { coalitionReach, groups } from '../../groups/tables.ts';
import { eachByItself } from '../../work.ts';
import { coalitions, groupTotals } from '../tables.ts';

/** Counts what the groups of coalitions came to, those first whose figures are oldest; for the worker. */
export async function countTotals(ctx: Context): Promise<void> {
  const due = await ctx.db.execute<{ id: string }>(sql`
    select grouped.id from (select group_id as id from ${coalitionReach} union select group_id from ${coalitions}) grouped
    left join ${groupTotals} counted on counted.group_id = grouped.id
    where counted.counted_at is null or counted.counted_at < now() - interval '20 hours'
    order by counted.counted_at nulls first`);
  await eachByItself(due.rows, ({ id }) => countGroup(ctx, id));
}

/** Counts what one group came to. */
export async function countGroup(ctx: Context, groupId: string): Promise<void> {
  const once = sql`select person_id, count(*) as times from ${attendances}
    where event_id in ${eventsOf(groupId)} and group_id = ${groupId} and state = 'attended'
      and person_id is not null group by person_id`;
  const acted = sql`select count(distinct ${signatures.personId}) from ${signatures}
    where ${signatures.campaignId} in ${campaignsOf(groupId)} and ${signatures.groupId} = ${groupId} and ${signatures.stands}`;
  await ctx.db.execute(sql`
    insert into ${groupTotals} (group_id, acted, came, came_again, "leading", counted_at)
    select ${groups.id}, ${toTens(sql`(${acted})`)}, ${toTens(sql`turnout.came`)}, ${toTens(sql`turnout.again`)},
      ${toTens(leadersOf(groups.id))}, now()
    from ${groups}, (select count(*) as came, count(*) filter (where times > 1) as again from (${once}) seen) turnout
    where ${groups.id} = ${groupId}
    on conflict (group_id) do update set acted = excluded.acted, came = excluded.came,
      came_again = excluded.came_again, "leading" = excluded."leading", counted_at = excluded.counted_at`);
}
