import { and, eq, isNull, sql, type SQL } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { inStretches } from '../../copying.ts';
import { standingOf } from '../../groups/standing.ts';
import { groups } from '../../groups/tables.ts';
import { keyset } from '../../keyset.ts';
import { isNamed, isReadableBy } from '../queries.ts';
import { channelMembers, channels, messages } from '../tables.ts';

/** Whoever wrote for years has tens of thousands; each stretch sorts what is left of them. */
const MOST = 2_000;

/** All that the viewer wrote and did not take back. What a channel is called is told as long as they read it. */
export function wordsOfViewer({ db, viewer }: Context) {
  const order = keyset('asc', messages.id);
  const isRead = sql`coalesce(${isReadableBy(viewer.id)}, false)`;
  const told = (name: typeof groups.name | typeof channels.name) =>
    sql<string | null>`case when ${isRead} then ${name} end`;
  return inStretches(
    order,
    (after: SQL | undefined) =>
      db
        .select({
          sentAt: messages.sentAt,
          editedAt: messages.editedAt,
          group: told(groups.name),
          channel: told(channels.name),
          body: messages.body,
          cursor: order.cursor,
        })
        .from(messages)
        .innerJoin(channels, eq(channels.id, messages.channelId))
        .innerJoin(groups, eq(groups.id, channels.groupId))
        .leftJoin(...standingOf(viewer.id, channels.groupId))
        .leftJoin(channelMembers, isNamed(viewer.id))
        .where(and(eq(messages.authorId, viewer.id), isNull(messages.removedAt), after))
        .orderBy(...order.order)
        .limit(MOST),
    MOST,
  );
}
