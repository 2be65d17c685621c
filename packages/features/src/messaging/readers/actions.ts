import type { Transaction } from '@groundwork/database';
import { and, eq, inArray, lt, or } from 'drizzle-orm';
import { speak, type Context } from '../../context.ts';
import { coalitionReach } from '../../groups/tables.ts';
import { channelMembers, channels } from '../tables.ts';

/**
 * What follows when someone is no longer in a group: their names come off its channels, so that joining again does not
 * open them, and their open sockets are told to ask again. Reading itself ended with the membership. A direct message
 * keeps its few: who comes back finds it. `at` is when they left: what they were named in since then stays.
 */
export async function endReading(
  ctx: Context,
  { groupId, accountId, at }: { groupId: string; accountId: string; at: Date },
) {
  await ctx.change(async (tx) => {
    const rooms = tx
      .select({ id: channels.id })
      .from(channels)
      .where(and(eq(channels.groupId, groupId), eq(channels.kind, 'room')));
    const theirs = and(eq(channelMembers.accountId, accountId), inArray(channelMembers.channelId, rooms));
    await tx.delete(channelMembers).where(and(theirs, lt(channelMembers.addedAt, at)));
    speak(tx, { topic: `account:${accountId}`, id: groupId, kind: 'messaging.standing-changed' });
  });
}

/**
 * Who reads or writes in the open conversations of a group, and of the coalitions that reach it, is asked again whether
 * they may: on every process, once this commits.
 */
export async function askReadersAgain(tx: Transaction, groupId: string): Promise<void> {
  const above = tx
    .select({ id: coalitionReach.coalitionId })
    .from(coalitionReach)
    .where(eq(coalitionReach.groupId, groupId));
  const rooms = await tx
    .select({ id: channels.id })
    .from(channels)
    .where(
      or(eq(channels.groupId, groupId), eq(channels.otherGroupId, groupId), inArray(channels.groupId, above)),
    );
  for (const { id } of rooms) speak(tx, { topic: `channel:${id}`, id, kind: 'messaging.channel-changed' });
}
