import { sql } from 'drizzle-orm';
import { campaignSponsors } from '../../campaigns/tables.ts';
import type { Context } from '../../context.ts';
import { attendances } from '../../events/checkin/tables.ts';
import { events } from '../../events/tables.ts';
import { toTens } from '../../figures.ts';
import { campaignTurnouts } from './tables.ts';

/** Counts who of each group came to what is held for the campaigns that several carry; for the worker. */
export async function tellTurnouts({ db }: Pick<Context, 'db'>): Promise<void> {
  await db.execute(sql`
    insert into ${campaignTurnouts} (campaign_id, group_id, told_count)
    select event.campaign_id, came.group_id, ${toTens(sql`count(distinct came.person_id)`)}
    from ${events} event join ${attendances} came on came.event_id = event.id and came.state = 'attended'
    where event.campaign_id in (select campaign_id from ${campaignSponsors} where accepted_at is not null)
    group by event.campaign_id, came.group_id
    on conflict (campaign_id, group_id) do update
      set told_count = greatest(${campaignTurnouts}.told_count, excluded.told_count)`);
}
