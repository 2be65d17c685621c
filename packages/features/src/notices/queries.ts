import type { Queryable } from '@groundwork/database';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { DEFAULT_CHOICES, type Loudness, type NoticeChoices } from './choices.ts';
import {
  carefulGroups,
  groupLoudness,
  hushedKinds,
  noticeChoices,
  noticeRows,
  pushDevices,
} from './tables.ts';

/** Whom something is told, about which thing of which group. */
type Telling = { account: string; groupId: string | null; aboutId: string | null };
type Wanted = {
  choices: NoticeChoices;
  loudness: Loudness;
  isHushed: boolean;
  /** They let a browser be rung. */
  hasDevice: boolean;
  lastMailAt: Date | null;
};

/** How each of these wants to be told, in their order; and when a mail about the same thing went last. */
export async function listWanted(db: Queryable, kind: string, tellings: Telling[]): Promise<Wanted[]> {
  const { rows } = await db.execute<{
    choices: (Omit<NoticeChoices, 'silentUntil'> & { silentUntil: string | null }) | null;
    loudness: Loudness | null;
    isHushed: boolean;
    hasDevice: boolean;
    lastMailAt: string | null;
  }>(sql`
    select case when own.account_id is not null then json_build_object('mine', own.mine, 'decide', own.decide, 'groups', own.groups,
        'rhythm', own.rhythm, 'hour', own.hour, 'weekday', own.weekday, 'quietFrom', own.quiet_from,
        'quietUntil', own.quiet_until, 'silentUntil', own.silent_until) end as choices,
      loud.loudness,
      exists (select from ${hushedKinds} hushed where hushed.account_id = telling.account_id and hushed.kind = ${kind}) as "isHushed",
      exists (select from ${pushDevices} device where device.account_id = telling.account_id) as "hasDevice",
      (select max(earlier.mailed_at) from ${noticeRows} earlier where earlier.account_id = telling.account_id
        and earlier.about_id = telling.about_id and earlier.kind = ${kind} and earlier.mailed_at is not null) as "lastMailAt"
    from unnest(${sql.param(tellings.map(({ account }) => account))}::uuid[],
      ${sql.param(tellings.map(({ groupId }) => groupId))}::uuid[],
      ${sql.param(tellings.map(({ aboutId }) => aboutId))}::uuid[])
      with ordinality as telling (account_id, group_id, about_id, place)
    left join ${noticeChoices} own on own.account_id = telling.account_id
    left join ${groupLoudness} loud on loud.account_id = telling.account_id and loud.group_id = telling.group_id
    order by telling.place`);
  return rows.map(({ choices, loudness, lastMailAt, ...row }) => ({
    ...row,
    choices: choices
      ? { ...choices, silentUntil: choices.silentUntil === null ? null : new Date(choices.silentUntil) }
      : DEFAULT_CHOICES,
    loudness: loudness ?? 'important',
    lastMailAt: lastMailAt === null ? null : new Date(lastMailAt),
  }));
}

/** Which of these groups are careful. */
export async function findCareful(db: Queryable, groupIds: string[]): Promise<Set<string>> {
  if (groupIds.length === 0) return new Set();
  const rows = await db.select().from(carefulGroups).where(inArray(carefulGroups.groupId, groupIds));
  return new Set(rows.map(({ groupId }) => groupId));
}

/** What an account chose. */
export async function findChoices(db: Queryable, accountId: string): Promise<NoticeChoices> {
  const [own] = await db.select().from(noticeChoices).where(eq(noticeChoices.accountId, accountId));
  if (!own) return DEFAULT_CHOICES;
  const { accountId: _, ...choices } = own;
  return choices;
}

/** The condition, over `notices`, that it is in somebody's list and was not seen. */
export const isUnseen = and(isNull(noticeRows.seenAt), noticeRows.isListed);
