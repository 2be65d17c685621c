import { sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { campaigns, signatureTallies, tallyMarks } from '../tables.ts';

/**
 * Adds marks up into tallies, in one statement: a reader sees a mark either as a mark or in the tally, never twice or
 * not at all. Two workers at once are safe, since a mark is deleted by one of them only.
 */
export async function addUpTallies({ db }: Context): Promise<void> {
  await db.execute(sql`
    with taken as (
      delete from ${tallyMarks}
      where id in (select id from ${tallyMarks} order by id limit 100000)
      returning campaign_id, step
    ), sums as (
      select campaign_id, sum(step)::int as change from taken group by campaign_id
    )
    insert into ${signatureTallies} (campaign_id, standing_count)
    select sums.campaign_id, sums.change from sums
    join ${campaigns} on ${campaigns.id} = sums.campaign_id
    order by sums.campaign_id
    on conflict (campaign_id) do update
      set standing_count = ${signatureTallies}.standing_count + excluded.standing_count`);
}
