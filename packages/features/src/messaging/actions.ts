import { newId, type Transaction } from '@groundwork/database';
import { and, eq, sql } from 'drizzle-orm';
import { speak, type Context } from '../context.ts';
import { Invalid } from '../errors.ts';
import { spendQuota } from '../limits/making.ts';
import { findGroup } from '../groups/queries.ts';
import { lockMembers } from '../groups/members/actions.ts';
import { note } from '../journal.ts';
import { permit } from '../policy.ts';
import type { ChannelChange, NewChannel } from './contract.ts';
import { channelName, directKey } from './names.ts';
import { mayBegin } from './directs/queries.ts';
import { channelPolicy, groupChannelPolicy } from './policy.ts';
import { findChannel, findWholeChannel } from './queries.ts';
import { channelMembers, channelReads, channels } from './tables.ts';

/** Opens a channel in a group. Who opens one for named readers is the first of them. */
export async function createChannel(ctx: Context, groupSlug: string, asked: NewChannel) {
  const group = await findGroup(ctx, groupSlug);
  permit(groupChannelPolicy, 'create', group);
  const id = newId();
  await ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'channels', group.id);
    const { name, ...rest } = asked;
    await tx
      .insert(channels)
      .values({ id, groupId: group.id, name: nameFrom(name), createdBy: ctx.viewer.id, ...rest });
    if (asked.readers === 'named') await addMembers(tx, id, [ctx.viewer.id]);
    await note(tx, ctx, 'messaging.channel-created', { groupId: group.id, id });
  });
  return findWholeChannel(ctx, id);
}

/** Every group has a channel to begin with; asked for twice, it is made once. */
export async function createGeneralChannel(ctx: Context, groupId: string): Promise<void> {
  await ctx.change(async (tx) => {
    const [made] = await tx
      .insert(channels)
      .values({ id: newId(), groupId, name: 'general' })
      .onConflictDoNothing()
      .returning({ id: channels.id });
    if (made) await note(tx, null, 'messaging.channel-created', { groupId, id: made.id });
  });
}

/** Changes what a channel is for, who reads and writes in it, how long it remembers, and whether it is closed. */
export async function changeChannel(ctx: Context, channelId: string, change: ChannelChange) {
  const channel = await findChannel(ctx, channelId);
  permit(channelPolicy, 'edit', channel);
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
    await note(tx, ctx, 'messaging.channel-changed', channel);
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
    await addMembers(tx, channelId, [accountId]);
    await note(tx, ctx, 'messaging.member-added', channel, { accountId });
    speakOfChange(tx, channel);
  });
}

/** Takes a name off a channel: those who run it take anyone's, everyone their own. Their reading ends at once. */
export async function removeChannelMember(ctx: Context, channelId: string, accountId: string): Promise<void> {
  const channel = await findChannel(ctx, channelId);
  if (accountId !== ctx.viewer.id || channel.kind === 'direct') permit(channelPolicy, 'edit', channel);
  await ctx.change(async (tx) => {
    await tx
      .delete(channelMembers)
      .where(and(eq(channelMembers.channelId, channelId), eq(channelMembers.accountId, accountId)));
    await note(tx, ctx, 'messaging.member-removed', channel, { accountId });
    speakOfChange(tx, channel);
  });
}

/**
 * Opens the direct message between the viewer and a few members of the group: the one they have, which is then in the
 * viewer's list again, or a new one. With somebody who takes none, from the viewer or from anybody, none begins.
 */
export async function startDirect(ctx: Context, groupSlug: string, accountIds: string[]) {
  const group = await findGroup(ctx, groupSlug);
  permit(groupChannelPolicy, 'startDirect', group);
  const few = [...new Set([...accountIds, ctx.viewer.id])];
  if (few.length < 2) throw new Invalid([{ name: 'accountIds', code: 'messaging.nobody-else' }]);
  const key = directKey(few);
  const id = await ctx.change(async (tx) => {
    await mustBeMembers(tx, group.id, few);
    const known = await findDirect(tx, group.id, key);
    if (known) return comeBackTo(tx, ctx, known);
    const others = few.filter((accountId) => accountId !== ctx.viewer.id);
    if (!(await mayBegin(tx, ctx.viewer.id, others)))
      throw new Invalid([{ name: 'accountIds', code: 'messaging.closed-between' }]);
    await spendQuota(ctx, tx, 'direct-messages');
    const [made] = await tx
      .insert(channels)
      .values({
        id: newId(),
        groupId: group.id,
        kind: 'direct',
        readers: 'named',
        directKey: key,
        createdBy: ctx.viewer.id,
      })
      .onConflictDoNothing()
      .returning({ id: channels.id });
    if (!made) return mustFindDirect(tx, group.id, key);
    await addMembers(tx, made.id, few);
    await note(tx, ctx, 'messaging.direct-started', { groupId: group.id, id: made.id });
    return made.id;
  });
  return findWholeChannel(ctx, id);
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
  });
}

function nameFrom(typed: string) {
  const name = channelName(typed);
  if (!name) throw new Invalid([{ name: 'name', code: 'messaging.name-form' }]);
  return name;
}

async function addMembers(tx: Transaction, channelId: string, accountIds: string[]) {
  await tx
    .insert(channelMembers)
    .values(accountIds.map((accountId) => ({ channelId, accountId })))
    .onConflictDoNothing();
}

async function mustBeMembers(tx: Transaction, groupId: string, accountIds: string[]) {
  if (!(await lockMembers(tx, groupId, accountIds)))
    throw new Invalid([{ name: 'accountIds', code: 'messaging.not-a-member' }]);
}

async function findDirect(tx: Transaction, groupId: string, key: string) {
  const [direct] = await tx
    .select({ id: channels.id })
    .from(channels)
    .where(and(eq(channels.groupId, groupId), eq(channels.kind, 'direct'), eq(channels.directKey, key)));
  return direct?.id;
}

async function mustFindDirect(tx: Transaction, groupId: string, key: string) {
  const id = await findDirect(tx, groupId, key);
  if (!id) throw new Error('a direct message that stood in the way is gone');
  return id;
}

async function comeBackTo(tx: Transaction, { viewer }: Context, channelId: string) {
  const own = and(eq(channelMembers.channelId, channelId), eq(channelMembers.accountId, viewer.id));
  await tx.update(channelMembers).set({ leftAt: null }).where(own);
  return channelId;
}

function speakOfChange(tx: Transaction, { id }: { id: string }) {
  speak(tx, { topic: `channel:${id}`, id, kind: 'messaging.channel-changed' });
}
