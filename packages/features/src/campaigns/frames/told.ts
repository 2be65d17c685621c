import { sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { signatures } from '../signatures/tables.ts';
import { campaigns, campaignSponsors, signatureTallies } from '../tables.ts';
import { campaignFrames, frameFigures } from './tables.ts';

/**
 * Says anew what the other groups hear of those who signed by a frame: of each group's people by tens, and never less than before. Of
 * what is told of a group in all, as many tens as its campaign ever had frames out stay untold by frame: so nobody learns, by taking
 * the frames from the whole, of the few who came by the campaign's own page (0065).
 */
export async function tellFramed({ db }: Pick<Context, 'db'>): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('campaigns.tell-framed', 0))`);
    await tx.execute(sql`
    with counted as (
      select own.frame_id, own.group_id, count(*)::int as standing from ${signatures} own
      where own.frame_id is not null and own.stands group by own.frame_id, own.group_id
    ), parts as (
      select frame.id, frame.campaign_id, coalesce(counted.group_id, figure.group_id) as group_id,
        coalesce(counted.standing, 0) as standing, coalesce(figure.told_count, 0) as told
      from counted full join ${frameFigures} figure on figure.frame_id = counted.frame_id and figure.group_id = counted.group_id
      join ${campaignFrames} frame on frame.id = coalesce(counted.frame_id, figure.frame_id)
    ), wanted as (
      select parts.id, parts.campaign_id, parts.group_id, greatest(0, parts.standing / 10 * 10 - parts.told) as more,
        greatest(0, case when campaign.group_id = parts.group_id then coalesce(tally.standing_count, 0) / 10 * 10
            else coalesce(sponsor.told_count, 0) end
          - 10 * (select count(*)::int from ${campaignFrames} out where out.campaign_id = parts.campaign_id and out.published_at is not null)
          - sum(parts.told) over (partition by parts.campaign_id, parts.group_id)) as room
      from parts join ${campaigns} campaign on campaign.id = parts.campaign_id
      left join ${signatureTallies} tally on tally.campaign_id = parts.campaign_id
      left join ${campaignSponsors} sponsor on sponsor.campaign_id = parts.campaign_id and sponsor.group_id = parts.group_id
    ), dealt as (
      select id, group_id, more, room, sum(more) over (partition by campaign_id, group_id order by id) as upto from wanted
    )
    insert into ${frameFigures} as figure (frame_id, group_id, told_count)
    select id, group_id, (least(upto, room) - least(upto - more, room))::int from dealt
    where least(upto, room) > least(upto - more, room) order by id, group_id
    on conflict (frame_id, group_id) do update set told_count = figure.told_count + excluded.told_count`);
  });
}
