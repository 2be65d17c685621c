import type { Transaction } from '@groundwork/database';
import { and, eq } from 'drizzle-orm';
import { findReceiver } from '../accounts/receivers.ts';
import type { Context } from '../context.ts';
import { groups } from '../groups/tables.ts';
import { tell } from '../notices/actions.ts';
import type { SeenChannel } from './queries.ts';
import { channels } from './tables.ts';

type OfMember = { channel: SeenChannel; accountId: string; entryId: string };

/** Tells somebody that a room for named readers is open to them, or is no more; nobody of what they did themselves. */
export async function tellMemberOf(
  tx: Transaction,
  ctx: Context,
  news: 'messaging.member-added' | 'messaging.member-removed',
  { channel, accountId, entryId }: OfMember,
): Promise<void> {
  if (accountId === ctx.viewer.id) return;
  const [room] = await tx
    .select({ room: channels.name, group: groups.name })
    .from(channels)
    .innerJoin(groups, eq(groups.id, channels.groupId))
    .where(and(eq(channels.id, channel.id), eq(channels.readers, 'named')));
  const to = room ? await findReceiver(tx, accountId) : null;
  if (!to) return;
  const about = { id: channel.id, groupId: channel.groupId };
  await tell(tx, ctx, news, { to, about, room: room?.room ?? '', group: room?.group ?? '', entryId });
}
