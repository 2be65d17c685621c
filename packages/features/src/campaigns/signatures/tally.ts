import { sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { drawing } from '../proofs/leaves.ts';
import { campaigns, campaignSponsors, signatureTallies, tallyMarks } from '../tables.ts';
import { signatures } from './tables.ts';

/**
 * Adds marks up into tallies, of home groups and of sponsors, each in one statement: a reader sees a mark either as a mark or in
 * the tally, never twice or not at all. Two workers at once are safe, since a mark is deleted by one of them only, and rows are
 * locked in one order.
 */
export async function addUpTallies({ db }: Pick<Context, 'db'>): Promise<void> {
  await db.execute(sql`
    with taken as (
      delete from ${tallyMarks}
      where id in (select id from ${tallyMarks} where sponsor_id is null order by id limit 100000)
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
  await db.execute(sql`
    with taken as (
      delete from ${tallyMarks}
      where id in (select id from ${tallyMarks} where sponsor_id is not null order by id limit 100000)
      returning campaign_id, sponsor_id, step
    ), sums as (
      select campaign_id, sponsor_id, sum(step)::int as change from taken group by campaign_id, sponsor_id
    ), held as materialized (
      select sponsor.campaign_id, sponsor.group_id, sums.change from ${campaignSponsors} sponsor
      join sums on sums.campaign_id = sponsor.campaign_id and sums.sponsor_id = sponsor.group_id
      order by sponsor.campaign_id, sponsor.group_id for update of sponsor
    )
    update ${campaignSponsors} sponsor set standing_count = sponsor.standing_count + held.change
    from held where sponsor.campaign_id = held.campaign_id and sponsor.group_id = held.group_id`);
}

/**
 * Says anew what everybody hears of each sponsor: how many of its people stand, down to the ten, less those of them who stand through
 * the home group or an earlier sponsor too, by tens as well; and never less than before. So the same mailbox counts once, and nobody
 * can tell of a few from any two numbers. What is told more is in the list of a proof from the same moment on (proofs/leaves.ts).
 */
export async function tellBrought({ db }: Pick<Context, 'db'>): Promise<void> {
  await db.transaction(async (tx) => {
    // One at a time, each seeing what the one before drew. What is wanted is counted once, and not for each leaf.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('campaigns.tell-brought', 0))`);
    await tx.execute(sql`
    with due as materialized (
      select campaign_id, group_id, standing_count, told_count from ${campaignSponsors}
      where standing_count / 10 * 10 > told_count order by campaign_id, group_id for update
    ), counted as (
      select due.*, (select count(*)::int from ${signatures} own
        where own.campaign_id = due.campaign_id and own.sponsor_id = due.group_id and own.stands and exists (
          select from ${signatures} other where other.campaign_id = own.campaign_id and other.mailbox_key = own.mailbox_key
            and other.stands and (other.sponsor_id is null or other.sponsor_id < own.sponsor_id))) as elsewhere
      from due
    ), wanted as materialized (
      select campaign_id, group_id, (standing_count / 10 - elsewhere / 10) * 10 - told_count as more from counted
    ), ${drawing}
    update ${campaignSponsors} sponsor set told_count = sponsor.told_count + growing.more
    from growing where sponsor.campaign_id = growing.campaign_id and sponsor.group_id = growing.group_id`);
  });
}
