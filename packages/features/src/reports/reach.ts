import { and, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import { siteStewards } from '../accounts/tables.ts';
import type { Viewer } from '../context.ts';
import { memberships } from '../groups/tables.ts';
import { channelMembers, channels } from '../messaging/tables.ts';
import { reports } from './tables.ts';

/**
 * The condition, over `reports`, that a report reaches this viewer. It reaches those who may decide and are best placed:
 * who reads there and is not its author; if there is nobody, who is not its author (a channel for named people whose
 * only moderator is meant); if there is nobody either, its author, rather than no one.
 */
export function reaches(viewer: Viewer): SQL | undefined {
  return or(
    and(isNotNull(reports.groupId), reachesModerator(viewer)),
    and(isNull(reports.groupId), reachesSteward(viewer)),
  );
}

const moderates = (membership: SQL) => sql`${membership}.group_id = ${reports.groupId}
  and ${membership}.role in ('organizer', 'steward')`;

function reachesModerator({ id }: Viewer) {
  return sql`exists (select from ${memberships} mine where ${moderates(sql`mine`)} and mine.account_id = ${id})
    and not exists (select from ${memberships} other where ${moderates(sql`other`)}
      and ${placeOf(sql`other.account_id`)} > ${placeOf(sql`${id}::uuid`)})`;
}

function placeOf(account: SQL) {
  return sql`case when ${account} = ${reports.authorId} then 0 when ${readsThere(account)} then 2 else 1 end`;
}

function readsThere(account: SQL) {
  return sql`${reports.channelId} is null
    or exists (select from ${channels} room where room.id = ${reports.channelId} and room.readers = 'members')
    or exists (select from ${channelMembers} named
      where named.channel_id = ${reports.channelId} and named.account_id = ${account})`;
}

function reachesSteward({ id }: Viewer) {
  return sql`exists (select from ${siteStewards} mine where mine.account_id = ${id})
    and (not ${isMeant(sql`${id}::uuid`)}
      or not exists (select from ${siteStewards} other where not ${isMeant(sql`other.account_id`)}))`;
}

/** A steward of the site is meant by a report of their own words, or of a group they run. */
function isMeant(account: SQL) {
  return sql`coalesce(${account} = ${reports.authorId} or (${reports.subjectKind} = 'group'
    and exists (select from ${memberships} own where own.group_id = ${reports.subjectId}
      and own.account_id = ${account} and own.role = 'steward')), false)`;
}
