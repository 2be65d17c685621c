import type { Transaction } from '@groundwork/database';
import { and, eq, ne, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { note } from '../../journal.ts';
import { permit } from '../../policy.ts';
import { channelPolicy } from '../policy.ts';
import { findChannel, type SeenChannel } from '../queries.ts';
import { channelMembers } from '../tables.ts';
import { directBlocks, directRefusals } from './tables.ts';

/** Takes a direct conversation out of the viewer's own list. Nobody else is told; what was said stays. */
export async function leaveDirect(ctx: Context, channelId: string): Promise<void> {
  const channel = await findChannel(ctx, channelId);
  permit(channelPolicy, 'leave', channel);
  await ctx.change((tx) => setOwn(tx, ctx, channel, { leftAt: sql`now()`, kind: 'messaging.direct-left' }));
}

/** Puts it back. */
export async function returnToDirect(ctx: Context, channelId: string): Promise<void> {
  const channel = await findChannel(ctx, channelId);
  permit(channelPolicy, 'leave', channel);
  await ctx.change((tx) => setOwn(tx, ctx, channel, { leftAt: null, kind: 'messaging.direct-returned' }));
}

/** Counts nothing of it as unread for the viewer, until it is heard again. */
export async function muteDirect(ctx: Context, channelId: string, isMuted: boolean): Promise<void> {
  const channel = await findChannel(ctx, channelId);
  permit(channelPolicy, 'mute', channel);
  const change = isMuted
    ? { mutedAt: sql`now()`, kind: 'messaging.direct-muted' as const }
    : { mutedAt: null, kind: 'messaging.direct-heard' as const };
  await ctx.change((tx) => setOwn(tx, ctx, channel, change));
}

/**
 * Blocks the other of a conversation of two: neither writes to the other any more, in any group, and it leaves the
 * viewer's list. The other is told nothing, neither by a notice nor by the answer they get when they write: it is that
 * of somebody who takes no direct messages at all.
 */
export async function blockOther(ctx: Context, channelId: string): Promise<void> {
  const channel = await findChannel(ctx, channelId);
  permit(channelPolicy, 'block', channel);
  await ctx.change(async (tx) => {
    const blockedId = await findOther(tx, ctx, channelId);
    const { groupId } = channel;
    await tx
      .insert(directBlocks)
      .values({ accountId: ctx.viewer.id, blockedId, groupId })
      .onConflictDoNothing();
    await setOwn(tx, ctx, channel, { leftAt: sql`now()`, kind: 'messaging.blocked' });
  });
}

/** Takes that back; the conversation is in the viewer's list again. */
export async function unblockOther(ctx: Context, channelId: string): Promise<void> {
  const channel = await findChannel(ctx, channelId);
  permit(channelPolicy, 'block', channel);
  await ctx.change(async (tx) => {
    const blockedId = await findOther(tx, ctx, channelId);
    await unblock(tx, ctx, blockedId);
    await setOwn(tx, ctx, channel, { leftAt: null, kind: 'messaging.unblocked' });
  });
}

/** The same from the list of those whom the viewer blocked, wherever the conversation was. */
export async function unblockAccount(ctx: Context, blockedId: string): Promise<void> {
  await ctx.change(async (tx) => {
    if (!(await unblock(tx, ctx, blockedId))) throw new NotFound('block');
    await note(tx, ctx, 'messaging.unblocked', blockedId);
  });
}

/** Takes no direct messages from anybody, or takes them again. What others began stays to be read. */
export async function refuseDirects(ctx: Context, isRefusing: boolean): Promise<void> {
  const { id: accountId } = ctx.viewer;
  await ctx.change(async (tx) => {
    if (isRefusing) await tx.insert(directRefusals).values({ accountId }).onConflictDoNothing();
    else await tx.delete(directRefusals).where(eq(directRefusals.accountId, accountId));
    const kind = isRefusing ? 'messaging.directs-refused' : 'messaging.directs-taken';
    await note(tx, ctx, kind, accountId);
  });
}

type OwnDeed =
  | 'messaging.direct-left'
  | 'messaging.direct-returned'
  | 'messaging.direct-muted'
  | 'messaging.direct-heard'
  | 'messaging.blocked'
  | 'messaging.unblocked';
type Own = Partial<Record<'leftAt' | 'mutedAt', ReturnType<typeof sql> | null>> & { kind: OwnDeed };

/** On record without the group: who keeps away from whom is nothing for those who run it. */
async function setOwn(tx: Transaction, { viewer }: Context, { id }: SeenChannel, { kind, ...own }: Own) {
  await tx
    .update(channelMembers)
    .set(own)
    .where(and(eq(channelMembers.channelId, id), eq(channelMembers.accountId, viewer.id)));
  await note(tx, { viewer }, kind, id);
}

async function findOther(tx: Transaction, { viewer }: Context, channelId: string) {
  const [other] = await tx
    .select({ id: channelMembers.accountId })
    .from(channelMembers)
    .where(and(eq(channelMembers.channelId, channelId), ne(channelMembers.accountId, viewer.id)));
  if (!other) throw new NotFound('account');
  return other.id;
}

async function unblock(tx: Transaction, { viewer }: Context, blockedId: string) {
  const ended = await tx
    .delete(directBlocks)
    .where(and(eq(directBlocks.accountId, viewer.id), eq(directBlocks.blockedId, blockedId)))
    .returning({ blockedId: directBlocks.blockedId });
  return ended.length > 0;
}
