import { newId, type Transaction } from '@groundwork/database';
import { and, eq, sql } from 'drizzle-orm';
import { speak, type Context } from '../context.ts';
import { Invalid } from '../errors.ts';
import { spendQuota } from '../limits/making.ts';
import { findGroup, kindSeen, type SeenGroup } from '../groups/queries.ts';
import { groups } from '../groups/tables.ts';
import { lockMembers } from '../groups/members/actions.ts';
import { note } from '../journal.ts';
import { seeNotices } from '../notices/actions.ts';
import { permit } from '../policy.ts';
import type { ChannelChange, NewChannel } from './contract.ts';
import { channelName } from './names.ts';
import { channelPolicy, groupChannelPolicy } from './policy.ts';
import { tellMemberOf } from './named.ts';
import { findChannel, findWholeChannel } from './queries.ts';
import { channelMembers, channelReads, channels } from './tables.ts';

/** Opens a channel in a group. Who opens one for named readers is the first of them. */
export async function createChannel(ctx: Context, groupSlug: string, asked: NewChannel) {
  const group = await findGroup(ctx, groupSlug);
  permit(groupChannelPolicy, 'create', group);
  refuseReadersOf(group, asked);
  const id = newId();
  await ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'channels', group.id);
    const { name, ...rest } = asked;
    await tx
      .insert(channels)
      .values({ id, groupId: group.id, name: nameFrom(name), createdBy: ctx.viewer.id, ...rest });
    if (asked.readers === 'named') await addMembers(tx, id, [ctx.viewer.id]);
    note(tx, ctx, 'messaging.channel-created', { groupId: group.id, id });
  });
  return findWholeChannel(ctx, id);
}

/** Every group has a channel to begin with, a coalition one for each of its circles; asked for twice, they are made once. */
export async function createFirstChannels(ctx: Context, groupId: string): Promise<void> {
  await ctx.change(async (tx) => {
    const [group] = await tx.select({ kind: kindSeen }).from(groups).where(eq(groups.id, groupId));
    if (!group) return;
    const made = await tx
      .insert(channels)
      .values(FIRST_CHANNELS[group.kind].map((channel) => ({ id: newId(), groupId, ...channel })))
      .onConflictDoNothing()
      .returning({ id: channels.id });
    for (const { id } of made) note(tx, null, 'messaging.channel-created', { groupId, id });
  });
}

type Shared = { groupId: string; otherGroupId: string; name: string };

/** A room that two groups share. Answers its id. */
export async function openSharedChannel(tx: Transaction, { name, ...shared }: Shared): Promise<string> {
  const id = newId();
  const isTaken = and(eq(channels.groupId, shared.groupId), eq(channels.name, nameFrom(name)));
  const own = (await tx.$count(channels, isTaken)) > 0 ? `${name.slice(0, 30)} ${id.slice(-8)}` : name;
  await tx.insert(channels).values({ id, ...shared, name: nameFrom(own), readers: 'named' });
  note(tx, null, 'messaging.channel-created', { groupId: shared.groupId, id });
  return id;
}

const FIRST_CHANNELS = {
  group: [{ name: 'general' }],
  coalition: [
    { name: 'everyone', readers: 'groups' },
    { name: 'delegates', readers: 'members' },
    { name: 'organizers', readers: 'organizers' },
  ],
} as const;

/** Changes what a channel is for, who reads and writes in it, how long it remembers, and whether it is closed. */
export async function changeChannel(ctx: Context, channelId: string, change: ChannelChange) {
  const channel = await findChannel(ctx, channelId);
  permit(channelPolicy, 'edit', channel);
  refuseReadersOf({ kind: channel.groupKind }, change);
  const { name, isClosed, ...rest } = change;
  await ctx.change(async (tx) => {
    await tx
      .update(channels)
      .set({
        ...rest,
        ...(name !== undefined && { name: nameFrom(name) }),
        ...(isClosed !== undefined && {
          closedAt: isClosed ? sql`coalesce(${channels.closedAt}, now())` : null,
        }),
        // Names nothing when the change is empty, which SQL does not allow.
        purpose: change.purpose ?? channel.purpose,
      })
      .where(eq(channels.id, channelId));
    if (change.readers === 'named') await addMembers(tx, channelId, [ctx.viewer.id]);
    note(tx, ctx, 'messaging.channel-changed', channel);
    speakOfChange(tx, channel);
  });
  return findWholeChannel(ctx, channelId);
}

/** Names one more member of the group as a reader of a channel. */
export async function addChannelMember(ctx: Context, channelId: string, accountId: string): Promise<void> {
  const channel = await findChannel(ctx, channelId);
  permit(channelPolicy, 'edit', channel);
  await ctx.change(async (tx) => {
    await mustBeMembers(tx, channel.groupId, [accountId]);
    if ((await addMembers(tx, channelId, [accountId])) === 0) return;
    const entryId = note(tx, ctx, 'messaging.member-added', channel, { accountId });
    await tellMemberOf(tx, ctx, 'messaging.member-added', { channel, accountId, entryId });
    speakOfChange(tx, channel);
  });
}

/** Takes a name off a channel: those who run it take anyone's, everyone their own. Their reading ends at once. */
export async function removeChannelMember(ctx: Context, channelId: string, accountId: string): Promise<void> {
  const channel = await findChannel(ctx, channelId);
  if (accountId !== ctx.viewer.id || channel.kind === 'direct') permit(channelPolicy, 'edit', channel);
  await ctx.change(async (tx) => {
    const { rowCount } = await tx
      .delete(channelMembers)
      .where(and(eq(channelMembers.channelId, channelId), eq(channelMembers.accountId, accountId)));
    if (!rowCount) return;
    // What they were told of it, and cannot read any more, is not mailed.
    await seeNotices(tx, accountId, channelId);
    const entryId = note(tx, ctx, 'messaging.member-removed', channel, { accountId });
    await tellMemberOf(tx, ctx, 'messaging.member-removed', { channel, accountId, entryId });
    speakOfChange(tx, channel);
  });
}

/** Names accounts as readers of a channel; who is one already stays so. Answers how many were none. */
export async function addMembers(tx: Transaction, channelId: string, accountIds: string[]): Promise<number> {
  const { rowCount } = await tx
    .insert(channelMembers)
    .values(accountIds.map((accountId) => ({ channelId, accountId })))
    .onConflictDoNothing();
  return rowCount ?? 0;
}

/** Refuses accounts that are no members of the group; those that are stay members until the transaction ends. */
export async function mustBeMembers(tx: Transaction, groupId: string, accountIds: string[]) {
  if (!(await lockMembers(tx, groupId, accountIds)))
    throw new Invalid([{ name: 'accountIds', code: 'messaging.not-a-member' }]);
}

/** Notes how far the viewer has read; never back, and never beyond what is there. */
export async function markRead(ctx: Context, channelId: string, seq: number): Promise<void> {
  const { lastSeq } = await findChannel(ctx, channelId);
  await ctx.change(async (tx) => {
    await tx
      .insert(channelReads)
      .values({ accountId: ctx.viewer.id, channelId, lastSeq: Math.min(seq, lastSeq) })
      .onConflictDoUpdate({
        target: [channelReads.accountId, channelReads.channelId],
        set: { lastSeq: sql`greatest(${channelReads.lastSeq}, excluded.last_seq)` },
      });
    // What was read is not mailed any more.
    await seeNotices(tx, ctx.viewer.id, channelId);
  });
}

/** Only a coalition has groups that could read. */
function refuseReadersOf({ kind }: Pick<SeenGroup, 'kind'>, { readers }: ChannelChange): void {
  if (kind === 'group' && (readers === 'groups' || readers === 'organizers'))
    throw new Invalid([{ name: 'readers', code: 'messaging.readers-of-coalitions' }]);
}

function nameFrom(typed: string) {
  const name = channelName(typed);
  if (!name) throw new Invalid([{ name: 'name', code: 'messaging.name-form' }]);
  return name;
}

function speakOfChange(tx: Transaction, { id }: { id: string }) {
  speak(tx, { topic: `channel:${id}`, id, kind: 'messaging.channel-changed' });
}
