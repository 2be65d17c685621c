import { createHash } from 'node:crypto';
import { newId, type Transaction } from '@groundwork/database';
import { and, eq, ne, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Invalid, NotFound } from '../../errors.ts';
import { findGroup } from '../../groups/queries.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { permit } from '../../policy.ts';
import { addMembers, mustBeMembers } from '../actions.ts';
import { channelPolicy, groupChannelPolicy } from '../policy.ts';
import { findChannel, findWholeChannel, type SeenChannel } from '../queries.ts';
import { channelMembers, channels, directBlocks, directRefusals } from '../tables.ts';
import { mayBegin } from './queries.ts';

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
    note(tx, ctx, 'messaging.direct-started', { groupId: group.id, id: made.id });
    return made.id;
  });
  return findWholeChannel(ctx, id);
}

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
    note(tx, ctx, 'messaging.unblocked', blockedId);
  });
}

/** Takes no direct messages from anybody, or takes them again. What others began stays to be read. */
export async function refuseDirects(ctx: Context, isRefusing: boolean): Promise<void> {
  const { id: accountId } = ctx.viewer;
  await ctx.change(async (tx) => {
    if (isRefusing) await tx.insert(directRefusals).values({ accountId }).onConflictDoNothing();
    else await tx.delete(directRefusals).where(eq(directRefusals.accountId, accountId));
    const kind = isRefusing ? 'messaging.directs-refused' : 'messaging.directs-taken';
    note(tx, ctx, kind, accountId);
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
  note(tx, { viewer }, kind, id);
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

/** Names a set of accounts, whatever their order: the same few have one direct message in a group. */
function directKey(accountIds: string[]): string {
  return createHash('sha256')
    .update([...accountIds].sort().join())
    .digest('base64url');
}
