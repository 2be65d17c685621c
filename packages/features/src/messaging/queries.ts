import { prepared, type Queryable } from '@groundwork/database';
import { and, desc, eq, inArray, isNotNull, isNull, ne, or, sql, type SQL } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import type { Context, Viewer } from '../context.ts';
import { NotFound } from '../errors.ts';
import { isGroupAt, isFrozen, kindSeen } from '../groups/queries.ts';
import {
  carries,
  coalitionsOf,
  groupsOf,
  nameIn,
  reachedSince,
  isReachedBy,
  shownName,
  standing,
  standingOf,
} from '../groups/standing.ts';
import { groups } from '../groups/tables.ts';
import { keyset, pageOf } from '../keyset.ts';
import { isBetweenTwo, isBlockedBy, isClosedBetween, isListedFor } from './closed.ts';
import { isOnSideOf, isOtherFrozen, joinedOtherAt, nameHere, ownSide } from './sides.ts';
import { channelMembers, channelReads, channels, messages } from './tables.ts';

type Asker = { db: Queryable; viewer: Viewer };

/**
 * One channel as its viewer stands to it. Reading takes the group's membership, and the name in a named channel; or
 * standing in a group of the coalition, where the channel is for all of them or for their organizers.
 * Light: every deed and every subscription asks it first. With what its page shows, it is `findWholeChannel`.
 */
export async function findChannel({ db, viewer }: Asker, channelId: string) {
  const [channel] = await seen(db, { channelId, viewerId: viewer.id });
  if (!channel) throw new NotFound('channel');
  return channel;
}
export type SeenChannel = Awaited<ReturnType<typeof findChannel>>;

/** One channel with what its page shows. */
export async function findWholeChannel({ db, viewer }: Asker, channelId: string) {
  const [channel] = await page(db, { channelId, viewerId: viewer.id });
  if (!channel) throw new NotFound('channel');
  return channel;
}
export type WholeChannel = Awaited<ReturnType<typeof findWholeChannel>>;

/**
 * The channels this viewer reads, in all groups or in one: the 300 in which something happened last, ordered as they
 * are shown. `unreadCount` is how many messages of others that still stand came after the reading mark, and after joining
 * the group, among the newest thousand; it stops at 100, so that it costs the same in a channel of a million, also where
 * almost all of that is one's own or was taken back. Of a muted one it is 0.
 */
export async function listChannels({ db, viewer }: Context, groupSlug?: string) {
  const viewerId = viewer.id;
  const busiest = groupSlug
    ? await busiestOf(db, { viewerId, groupSlug })
    : await busiestOfAll(db, { viewerId });
  return asShown(busiest);
}

const busiestOfAll = prepared((db, { viewerId }: { viewerId: string }) => listBusiest(db, viewerId));

const busiestOf = prepared((db, { viewerId, groupSlug }: { viewerId: string; groupSlug: string }) => {
  const ofGroup = db.select({ id: groups.id }).from(groups).where(isGroupAt(groupSlug));
  return listBusiest(
    db,
    viewerId,
    or(inArray(channels.groupId, ofGroup), inArray(channels.otherGroupId, ofGroup)),
  );
});

function listBusiest(db: Queryable, viewerId: string, which?: SQL) {
  // Through channels of the group and names apart: a large group has a hundred thousand direct messages that are not the viewer's.
  const rooms = sql`select room.id from ${channels} room join ${groupsOf(viewerId)} mine on mine.group_id = room.group_id
    where room.kind = 'room'
    union all select room.id from ${channels} room join ${groupsOf(viewerId)} mine on mine.group_id = room.other_group_id
    union all select shared.id from ${channels} shared join ${coalitionsOf(viewerId)} reached
      on reached.coalition_id = shared.group_id where shared.kind = 'room' and shared.readers in ('groups', 'organizers')`;
  const named = sql`select channel_id from ${channelMembers} where account_id = ${viewerId}`;
  const own = and(sql`${channels.id} in (${rooms} union ${named})`, which, isListedFor(viewerId));
  return whole(db, viewerId, own)
    .orderBy(
      sql`${channels.closedAt} is null desc`,
      sql`${channels.lastSentAt} desc nulls last`,
      desc(channels.id),
    )
    .limit(300);
}

/** Which of these accounts may read the channel now: the same question as `findChannel`, for many at once. */
export async function listReadersAmong(
  { db }: { db: Queryable },
  channelId: string,
  accountIds: string[],
): Promise<Set<string>> {
  const rows = await db
    .select({ accountId: accounts.id })
    .from(channels)
    .innerJoin(groups, eq(groups.id, channels.groupId))
    .innerJoin(accounts, inArray(accounts.id, accountIds))
    .leftJoin(...standingOf(accounts.id, channels.groupId))
    .leftJoin(channelMembers, isNamed(accounts.id))
    .where(and(eq(channels.id, channelId), isReadableBy(accounts.id)));
  return new Set(rows.map(({ accountId }) => accountId));
}

const byId = keyset('asc', channelMembers.accountId);

/** Who is named in a channel, in the order of their ids. Only for those who read it. */
export async function listChannelMembers(
  ctx: Context,
  channelId: string,
  { after, limit = 20 }: { after?: string; limit?: number },
) {
  const channel = await findChannel(ctx, channelId);
  const rows = await ctx.db
    .select({ accountId: channelMembers.accountId, name: shownName(), cursor: byId.cursor })
    .from(channelMembers)
    .innerJoin(...standingOf(channelMembers.accountId, channel.groupId))
    .innerJoin(accounts, eq(accounts.id, channelMembers.accountId))
    .where(and(eq(channelMembers.channelId, channelId), byId.after(after)))
    .orderBy(...byId.order)
    .limit(limit + 1);
  return pageOf(rows, limit);
}

/** Stands on `channels`, its group, and the rows of whoever asks: the membership, and `channel_members`, both joined left. */
export function isReadableBy(account: string | typeof accounts.id | SQL) {
  const isMembers = and(
    standing.isMember,
    or(ne(channels.readers, 'named'), isNotNull(channelMembers.accountId)),
    // A group that is hidden is there for its stewards alone.
    or(isNull(groups.hiddenAt), carries('manage_group')),
  );
  const isReached = and(
    isNull(groups.hiddenAt),
    or(
      and(eq(channels.readers, 'groups'), isReachedBy(account)),
      and(eq(channels.readers, 'organizers'), isReachedBy(account, groups.id, 'publish')),
    ),
  );
  return or(isMembers, isReached, isOnSideOf(account));
}

/** Whether an account is named in a channel: what the row of `channel_members` is joined by. */
export function isNamed(accountId: string | typeof accounts.id | SQL) {
  return and(eq(channelMembers.channelId, channels.id), eq(channelMembers.accountId, accountId));
}

const essentials = {
  id: channels.id,
  groupId: channels.groupId,
  groupKind: kindSeen,
  kind: channels.kind,
  purpose: channels.purpose,
  readers: channels.readers,
  writers: channels.writers,
  isClosed: sql<boolean>`${channels.closedAt} is not null`,
  // Its last day is over when it is over where the group is. In groups' own migration.
  isOver: sql<boolean>`case when ${channels.endsOn} is null then false else ${channels.endsOn} < today_in(${groups.timeZone}) end`,
  lastSeq: channels.lastSeq,
  isFrozen: sql<boolean>`(${isFrozen} or ${isOtherFrozen})`,
  /** Of two groups; neither changes it alone. */
  isShared: sql<boolean>`${channels.otherGroupId} is not null`,
  carried: standing.carried,
  isBetweenTwo,
  isClosedBetween,
  leftAt: channelMembers.leftAt,
  isMuted: sql<boolean>`${channelMembers.mutedAt} is not null`,
};

const seen = prepared((db, { channelId, viewerId }: { channelId: string; viewerId: string }) =>
  db
    // And the name that they go by in it, for what they say.
    .select({ ...essentials, myName: nameHere(viewerId) })
    .from(channels)
    .innerJoin(groups, eq(groups.id, channels.groupId))
    .leftJoin(...standingOf(viewerId, channels.groupId))
    .leftJoin(channelMembers, isNamed(viewerId))
    .where(and(eq(channels.id, channelId), isReadableBy(viewerId))),
);

const page = prepared((db, { channelId, viewerId }: { channelId: string; viewerId: string }) =>
  whole(db, viewerId, eq(channels.id, channelId)),
);

function whole(db: Queryable, viewerId: string, which: SQL | undefined) {
  const shown = {
    groupSlug: ownSide(standing.isMember, 'slug', groups.slug),
    groupName: ownSide(standing.isMember, 'name', groups.name),
    name: channels.name,
    retentionDays: channels.retentionDays,
    endsOn: channels.endsOn,
    lastSentAt: channels.lastSentAt,
    readSeq: sql<number>`coalesce(${channelReads.lastSeq}, 0)`.mapWith(Number),
    unreadCount: unreadCount(viewerId),
    others: others(viewerId),
    goneCount,
    isListed: isListedFor(viewerId),
    isBlocked: isBlockedBy(viewerId),
  };
  return db
    .select({ ...essentials, ...shown })
    .from(channels)
    .innerJoin(groups, eq(groups.id, channels.groupId))
    .leftJoin(...standingOf(viewerId, channels.groupId))
    .leftJoin(channelMembers, isNamed(viewerId))
    .leftJoin(
      channelReads,
      and(eq(channelReads.channelId, channels.id), eq(channelReads.accountId, viewerId)),
    )
    .where(and(which, isReadableBy(viewerId)));
}

function unreadCount(viewerId: string): SQL<number> {
  return sql<number>`(case when ${channelMembers.mutedAt} is not null then 0 else (
    -- Time never runs against the numbers, so what was said before joining comes last, and is left out last.
    select count(*) filter (where newest.sent_at >= coalesce(${standing.joinedAt}, ${reachedSince(viewerId, channels.groupId)}, ${joinedOtherAt(viewerId)})) from (
      select unread.sent_at from (
        select message.seq, message.sent_at, message.author_id, message.removed_at, message.hidden_at
        from ${messages} message
        where message.channel_id = ${channels.id} and message.seq > coalesce(${channelReads.lastSeq}, 0)
        order by message.seq desc limit 1000
      ) unread
      where unread.author_id is distinct from ${viewerId} and unread.removed_at is null and unread.hidden_at is null
      order by unread.seq desc limit 100
    ) newest
  ) end)`.mapWith(Number);
}

/** Whom a direct message is with: those of its few who are still in the group, by name. Empty for rooms. */
function others(viewerId: string): SQL<string[]> {
  return sql<string[]>`case ${channels.kind} when 'direct' then array_remove(array(
    select ${nameIn(sql`other.account_id`, channels.groupId)} from ${channelMembers} other
    where other.channel_id = ${channels.id} and other.account_id <> ${viewerId} order by 1
  ), null) else '{}' end`;
}

/** How many others a direct message is with who are no longer in the group, and have no name in it. 0 for rooms. */
const goneCount = sql<number>`case ${channels.kind} when 'direct' then (
    -- Each by the key: the planner would join "not exists" with all members of the group.
    select count(*) from ${channelMembers} other
    where other.channel_id = ${channels.id} and ${nameIn(sql`other.account_id`, channels.groupId)} is null
  ) else 0 end`.mapWith(Number);

/** By group, those that are open first, then by name; each title is made once. */
function asShown(rows: WholeChannel[]): WholeChannel[] {
  const titled = rows.map((row) => ({ row, title: titleOf(row) }));
  return titled.sort((a, b) => byWords.compare(a.title, b.title)).map(({ row }) => row);
}
const byWords = new Intl.Collator();
function titleOf({ groupName, kind, isClosed, name, others: names }: WholeChannel) {
  return [groupName, Number(isClosed), kind === 'room' ? 0 : 1, name ?? names.join()].join('\n');
}
