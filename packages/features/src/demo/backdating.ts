import type { Database } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import { campaigns } from '../campaigns/tables.ts';
import { signatures } from '../campaigns/signatures/tables.ts';
import { campaignUpdates } from '../campaigns/updates/tables.ts';
import { compositionResults } from '../compositions/results/tables.ts';
import { compositionReceivers, compositions, compositionTexts } from '../compositions/tables.ts';
import { events } from '../events/tables.ts';
import { ladderSteps, ladderTallies } from '../ladders/tables.ts';
import { mailings } from '../mailings/tables.ts';
import { messages } from '../messaging/tables.ts';
import { mails } from '../outbox/tables.ts';
import { climbers } from '../people/climbing/tables.ts';
import { people, personHistory } from '../people/tables.ts';

/** The deeds were done within a minute; a demonstration shows weeks. Only times move here, nothing else changes. */

/** Spreads a campaign's signatures over its days, more of them lately, and publishes it before the first. */
export async function spreadSignatures(db: Database, campaignId: string, days: number): Promise<void> {
  await db.execute(sql`
    with ranked as (
      select id, person_id, (row_number() over (order by id))::float8 / count(*) over () as place
      from ${signatures} where campaign_id = ${campaignId}
    ), dated as (
      update ${signatures} set created_at = moment.at, confirmed_at = case when confirmed_at is null then null else moment.at + interval '4 minutes' end
      from (select id, now() - make_interval(secs => ${days * 86_400} * (1 - sqrt(place))) as at from ranked) moment
      where ${signatures.id} = moment.id returning ${signatures.personId} as person_id, ${signatures.createdAt} as at
    )
    update ${people} set added_at = dated.at, last_seen_at = dated.at from dated
    where ${people.id} = dated.person_id and ${people.addedAt} > dated.at`);
  await db.execute(sql`
    update ${campaigns} set created_at = now() - make_interval(days => ${days + 2}),
      published_at = now() - make_interval(days => ${days}) where id = ${campaignId}`);
  await db.execute(sql`
    update ${campaignUpdates} set created_at = now() - make_interval(days => 2 * (
      select count(*)::int from ${campaignUpdates} later where later.campaign_id = ${campaignId} and later.id >= ${campaignUpdates.id}))
    where campaign_id = ${campaignId}`);
}

/** Moves a gathering that is over to the day it was. */
export async function moveGathering(
  db: Database,
  eventId: string,
  { days, hours }: { days: number; hours: number },
): Promise<void> {
  const moved = sql`make_interval(days => ${days}, hours => ${hours})`;
  await db.execute(sql`
    update ${events} set starts_at = date_trunc('hour', starts_at + ${moved}), ends_at = date_trunc('hour', ends_at + ${moved}),
      created_at = created_at + make_interval(days => ${days - 14}) where id = ${eventId}`);
}

/** Spreads a channel's messages over the last days, as people talk: in bursts. */
export async function spreadMessages(db: Database, channelId: string): Promise<void> {
  await db.execute(sql`
    update ${messages} set sent_at = now() - make_interval(mins => (last.seq - ${messages.seq})::int * 7 + ((last.seq - ${messages.seq}) / 5)::int * 900)
    from (select max(seq) as seq from ${messages} where channel_id = ${channelId}) last where channel_id = ${channelId}`);
}

/** Moves a mailing that is over to the day it was, with what people were sent of it. */
export async function moveMailing(db: Database, compositionId: string, days: number): Promise<void> {
  const ago = sql`make_interval(days => ${days})`;
  await db.execute(sql`update ${compositions} set created_at = created_at - ${ago}, changed_at = changed_at - ${ago}
    where id = ${compositionId}`);
  await db.execute(sql`update ${compositionTexts} set changed_at = changed_at - ${ago}
    where composition_id = ${compositionId}`);
  await db.execute(sql`update ${personHistory} set at = at - ${ago} where subject_id = ${compositionId}`);
  await db.execute(sql`update ${mails} set promised_at = promised_at - ${ago}, finished_at = finished_at - ${ago}
    where mailing_id in (select id from ${mailings} where about_id = ${compositionId})`);
  await db.execute(sql`update ${mailings} set created_at = created_at - ${ago}, started_at = started_at - ${ago},
    ended_at = ended_at - ${ago} where about_id = ${compositionId}`);
  await db.execute(sql`update ${compositionResults} set since = since - ${ago}, until = until - ${ago}
    where composition_id = ${compositionId}`);
}

/** Of those who were to get a mailing some wrote back within its days: more of those who got the second letter. */
export async function bringSome(db: Database, compositionId: string, label: string): Promise<void> {
  await db.execute(sql`
    insert into ${personHistory} (id, group_id, person_id, kind, label, at)
    select gen_random_uuid(), group_id, person_id, 'answered-mail', ${label}, since + interval '4 days'
    from ${compositionResults} join (
      select receiver.*, row_number() over (partition by variant order by person_id) as turn
      from ${compositionReceivers} receiver) drawn using (composition_id, group_id)
    where composition_id = ${compositionId}
      and turn % (case variant when 'a' then 9 when 'b' then 2 else 12 end) = 0`);
}

/** Spreads those who stand at the beginning of a ladder over its rungs, as if they had begun within the last days. */
export async function spreadClimbers(db: Database, ladderId: string, days: number): Promise<void> {
  await db.execute(sql`
    with rung as (
      select step.id, row_number() over (order by step.position) as n from ${ladderSteps} step
      where step.ladder_id = ${ladderId} and step.branch_id is null and step.does ->> 'is' = 'wait'
    ), dated as (
      select person_id, (row_number() over (order by person_id))::float8 / count(*) over () as share from ${climbers}
      where ladder_id = ${ladderId} and rung_id is not null
    )
    update ${climbers} set rung_id = rung.id, began_at = now() - make_interval(secs => ${days} * 86400 * dated.share),
      since = now() - interval '1 day', due_at = now() + make_interval(secs => 86400 * (1 + 4 * dated.share))
    from dated join rung on rung.n = case when dated.share < 0.2 then 1 when dated.share < 0.55 then 2 else 3 end
    where climbers.ladder_id = ${ladderId} and climbers.person_id = dated.person_id`);
  await db.execute(sql`
    insert into ${ladderTallies} (step_id, outcome, count)
    select step.id, told.outcome, greatest(1, round(told.share * (select count(*) from ${climbers} where ladder_id = ${ladderId})))
    from ${ladderSteps} step join (values ('wait', 'done', 0.8), ('send', 'done', 0.7), ('send', 'not-said-yes', 0.1), ('send', 'stopped', 0.02),
      ('invite', 'done', 0.4), ('invite', 'no-event', 0.05)) told(does, outcome, share) on told.does = step.does ->> 'is'
    where step.ladder_id = ${ladderId} and step.branch_id is null
      and not (step.does ->> 'is' = 'wait' and step.position >= 5) on conflict do nothing`);
}
