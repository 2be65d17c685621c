import { and, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { siteStewards } from '../accounts/tables.ts';
import type { Viewer } from '../context.ts';
import { hasCarrier, standsIn } from '../groups/standing.ts';
import { channelMembers, channels } from '../messaging/tables.ts';
import { reports } from './tables.ts';

/**
 * The condition, over `reports`, that a report reaches this viewer. It reaches those who may decide and are best placed:
 * who reads there and is not its author; if there is nobody, who is not its author (a channel for named people whose
 * only moderator is meant).
 *
 * Words of somebody who moderates there reach the stewards of the site as well. That protects whoever reports a person
 * with power over them: those who run a group could otherwise leave what is said against one of them, or against a page
 * that is the group's own, and name a friend as the second organizer to do it for them. So the author never decides, a
 * steward of the site sees what the group decided and may decide anew, and what they decided the group does not undo.
 * The price is that they read the reported words of a private group, and those alone; whoever reports is told so before.
 * Whether the author moderates is settled when it is reported: giving up the role afterwards changes nothing.
 */
export function reaches(viewer: Viewer): SQL | undefined {
  return or(reachesModerator(viewer), reachesSteward(viewer));
}

/** Whoever is asked about: a viewer, or the accounts of a query. */
type Asked = { id: string | AnyPgColumn };

/** The part of it by which the viewer moderates in the report's group. */
export function reachesModerator({ id }: Asked): SQL | undefined {
  const own = placeOf(sql`${id}::uuid`);
  return and(
    isNotNull(reports.groupId),
    sql`${standsIn(id, reports.groupId, 'moderate')}
    and not ${hasCarrier('moderate', reports.groupId, ({ accountId }) => sql`${placeOf(accountId)} > ${own}`)}
    and (${own} > 0 or not ${reports.isToSite} or not exists (select from ${siteStewards}))`,
  );
}

/** The part of it by which the viewer looks after the site. */
export function reachesSteward({ id }: Asked): SQL | undefined {
  return and(
    isToSite,
    sql`exists (select from ${siteStewards} mine where mine.account_id = ${id})
    and (not ${isMeant(sql`${id}::uuid`)}
      or not exists (select from ${siteStewards} other where not ${isMeant(sql`other.account_id`)}))`,
  );
}

/** The stewards of the site decide it, or read it too. */
export const isToSite: SQL | undefined = or(isNull(reports.groupId), sql`${reports.isToSite}`);

function placeOf(account: SQL) {
  return sql`case when ${account} = ${reports.authorId} then 0 when ${readsThere(account)} then 2 else 1 end`;
}

function readsThere(account: SQL) {
  return sql`${reports.channelId} is null
    or exists (select from ${channels} room where room.id = ${reports.channelId} and room.readers = 'members')
    or exists (select from ${channelMembers} named
      where named.channel_id = ${reports.channelId} and named.account_id = ${account})`;
}

/** A steward of the site is meant by a report of their own words, or of a group they run. */
function isMeant(account: SQL) {
  return sql`coalesce(${account} = ${reports.authorId} or (${reports.subjectKind} = 'group'
    and ${standsIn(account, reports.subjectId, 'manage_group')}), false)`;
}
