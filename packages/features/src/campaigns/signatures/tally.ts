import { sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { campaigns, campaignSponsors, signatureTallies, tallyMarks } from '../tables.ts';

/**
 * Adds marks up into tallies, of the home group and of each sponsor, in one statement: a reader sees a mark either as a mark or in the tally, never twice or
 * not at all. Two workers at once are safe, since a mark is deleted by one of them only.
 */
export async function addUpTallies({ db }: Context): Promise<void> {
  await db.execute(sql`
    with taken as (
      delete from ${tallyMarks}
      where id in (select id from ${tallyMarks} order by id limit 100000)
      returning campaign_id, sponsor_id, step
    ), sums as (
      select campaign_id, sponsor_id, sum(step)::int as change from taken group by campaign_id, sponsor_id
    ), brought as (
      update ${campaignSponsors} sponsor set standing_count = standing_count + sums.change,
        told_count = greatest(told_count, (standing_count + sums.change) / 10 * 10)
      from sums where sponsor.campaign_id = sums.campaign_id and sponsor.group_id = sums.sponsor_id
    )
    insert into ${signatureTallies} (campaign_id, standing_count)
    select sums.campaign_id, sums.change from sums
    join ${campaigns} on ${campaigns.id} = sums.campaign_id
    where sums.sponsor_id is null
    order by sums.campaign_id
    on conflict (campaign_id) do update
      set standing_count = ${signatureTallies}.standing_count + excluded.standing_count`);
}
