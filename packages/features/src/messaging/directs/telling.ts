import { and, eq, isNull, ne, not, sql } from 'drizzle-orm';
import { isSuspended } from '../../accounts/queries.ts';
import { accountReceiver } from '../../accounts/receivers.ts';
import { accounts } from '../../accounts/tables.ts';
import type { Context } from '../../context.ts';
import { standingOf } from '../../groups/standing.ts';
import { tell } from '../../notices/actions.ts';
import type { SeenChannel } from '../queries.ts';
import { channelMembers, channelReads } from '../tables.ts';

/**
 * Tells those in a direct conversation that something was said to them, once until they read it: who left it, wants to hear nothing
 * of it or is no more in the group is told nothing.
 */
export async function tellOfDirect(ctx: Context, channel: SeenChannel): Promise<void> {
  const { id, groupId } = channel;
  const readSeq = sql<number>`coalesce(${channelReads.lastSeq}, 0)`.mapWith(Number);
  await ctx.change(async (tx) => {
    const others = await tx
      .select({ to: accountReceiver, readSeq })
      .from(channelMembers)
      .innerJoin(accounts, eq(accounts.id, channelMembers.accountId))
      .innerJoin(...standingOf(accounts.id, groupId))
      .leftJoin(channelReads, and(eq(channelReads.channelId, id), eq(channelReads.accountId, accounts.id)))
      .where(
        and(
          eq(channelMembers.channelId, id),
          ne(channelMembers.accountId, ctx.viewer.id),
          isNull(channelMembers.leftAt),
          isNull(channelMembers.mutedAt),
          not(isSuspended(accounts.id)),
        ),
      );
    const said = { about: { id, groupId }, channelId: id, sender: channel.myName ?? ctx.viewer.name };
    await tell(tx, ctx, 'messaging.direct-received', ...others.map((other) => ({ ...other, ...said })));
  });
}
