import { sql, type SQL } from 'drizzle-orm';
import { channelMembers, channels, directBlocks, directRefusals } from './tables.ts';

/** The condition, over `channels`, that a direct message is between two. Who left the group is one of them still. */
export const isBetweenTwo: SQL<boolean> = sql<boolean>`(case ${channels.kind} when 'direct' then
  (select count(*) = 2 from ${channelMembers} few where few.channel_id = ${channels.id}) else false end)`;

/**
 * The condition, over `channels`, that nobody writes in a direct message of two: one of them takes none from the other,
 * or none at all. It is one answer for both, so that whoever is blocked learns no more than whoever meets somebody who
 * takes none from anybody.
 */
export const isClosedBetween: SQL<boolean> = sql<boolean>`(case ${channels.kind} when 'direct' then (
  select count(*) = 2 and bool_or(
    exists (select from ${directRefusals} none where none.account_id = few.account_id)
    or exists (select from ${directBlocks} block join ${channelMembers} other
      on other.account_id = block.blocked_id and other.channel_id = few.channel_id
      where block.account_id = few.account_id))
  from ${channelMembers} few where few.channel_id = ${channels.id}) else false end)`;

/** The condition, over `channels`, that this account blocked one of those it is between. */
export function isBlockedBy(accountId: string): SQL<boolean> {
  return sql<boolean>`(case ${channels.kind} when 'direct' then exists (
    select from ${directBlocks} block join ${channelMembers} other
      on other.account_id = block.blocked_id and other.channel_id = ${channels.id}
    where block.account_id = ${accountId}) else false end)`;
}

/**
 * The condition, over `channels` and the viewer's row in `channel_members` joined left, that it stands in their list: they
 * have not left it; or it is between two, and something was said since by somebody they did not block. One of several
 * stays left, or each of the others could bring it back.
 */
export function isListedFor(accountId: string): SQL<boolean> {
  return sql<boolean>`(${channelMembers.leftAt} is null or (${isBetweenTwo}
    and ${channels.lastSentAt} > ${channelMembers.leftAt} and not ${isBlockedBy(accountId)}))`;
}
