import { prepared, type Queryable } from '@groundwork/database';
import { and, asc, desc, eq, gt, lt, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Context, Viewer } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { findChannel } from '../queries.ts';
import { nameHere } from '../sides.ts';
import { writtenIn } from '../mentions/unread.ts';
import { channels, messages } from '../tables.ts';
import type { MessagePage, MessagesQuery, MessageView } from './contract.ts';
import { messageView, sightOf, type Sight } from './views.ts';

/** A stretch of a channel's history for one of its readers. */
export async function listMessages(
  ctx: Context,
  channelId: string,
  query: MessagesQuery,
): Promise<MessagePage> {
  const { after, before, limit = 50 } = query;
  const channel = await findChannel(ctx, channelId);
  const sight = sightOf(ctx.viewer, channel);
  if (after !== undefined) {
    const found = (await next(ctx.db, { channelId, after, limit: limit + 1 })).map((row) =>
      messageView(row, sight),
    );
    const rows = found.slice(0, limit);
    return {
      rows,
      hasOlder: await hasBefore(ctx.db, channelId, rows[0]?.seq ?? after + 1),
      hasNewer: found.length > limit,
    };
  }
  const found = await newest(ctx.db, { channelId, before, most: limit + 1 });
  const rows = found
    .slice(0, limit)
    .reverse()
    .map((row) => messageView(row, sight));
  return {
    rows,
    hasOlder: found.length > limit,
    hasNewer: (rows.at(-1)?.seq ?? 0) < channel.lastSeq && before !== undefined,
  };
}

/** The messages after a place, oldest first. Asks nobody's leave: for those whose right to read was just established. */
export async function listAfter(
  { db }: { db: Queryable },
  channelId: string,
  { after, limit }: { after: number; limit: number },
) {
  const rows = await next(db, { channelId, after, limit });
  return rows.map((row) => messageView(row));
}

/** The newest 200 messages that were edited, hidden, shown or removed after `since`; like `listAfter`, for established readers. */
export async function listChangedSince({ db }: { db: Queryable }, channelId: string, since: Date) {
  const rows = await rowsOf(db, and(eq(messages.channelId, channelId), gt(messages.changedAt, since)))
    .orderBy(desc(messages.changedAt))
    .limit(200);
  return rows.map((row) => messageView(row));
}

/** One message as its channel's readers see it, or undefined; like `listAfter`, for established readers. */
export async function readMessage(
  { db }: { db: Queryable },
  messageId: string,
  sight?: Sight,
): Promise<MessageView | undefined> {
  const [row] = await rowsOf(db, eq(messages.id, messageId));
  return row && messageView(row, sight);
}

/** The number of the newest message in each of these channels; channels that are gone are absent. */
export async function listLastSeqs(
  { db }: { db: Queryable },
  channelIds: string[],
): Promise<Map<string, number>> {
  const rows = await db
    .select({ id: channels.id, lastSeq: channels.lastSeq })
    .from(channels)
    .where(sql`${channels.id} = any(${sql.param(channelIds)}::uuid[])`);
  return new Map(rows.map(({ id, lastSeq }) => [id, lastSeq]));
}

/** One message with the channel it is in, as its viewer stands to both. */
export async function findMessage({ db, viewer }: { db: Queryable; viewer: Viewer }, messageId: string) {
  const [message] = await db
    .select({
      id: messages.id,
      channelId: messages.channelId,
      authorId: messages.authorId,
      removedAt: messages.removedAt,
      hiddenAt: messages.hiddenAt,
    })
    .from(messages)
    .where(eq(messages.id, messageId));
  if (!message) throw new NotFound('message');
  const channel = await findChannel({ db, viewer }, message.channelId);
  return { ...message, channel, isMine: message.authorId === viewer.id };
}
export type SeenMessage = Awaited<ReturnType<typeof findMessage>>;

/** Whether an account said something in a channel of a group. */
export async function hasSpoken(db: Queryable, groupId: string, accountId: string): Promise<boolean> {
  const [found] = await db
    .select({ id: messages.id })
    .from(messages)
    .innerJoin(channels, eq(channels.id, messages.channelId))
    .where(and(eq(messages.authorId, accountId), eq(channels.groupId, groupId)))
    .limit(1);
  return found !== undefined;
}

const quoted = alias(messages, 'quoted');

function rowsOf(db: Queryable, which: SQL | undefined) {
  return db
    .select({
      id: messages.id,
      channelId: messages.channelId,
      seq: messages.seq,
      authorId: messages.authorId,
      authorName: nameHere(messages.authorId),
      body: messages.body,
      mentions: writtenIn(messages.id),
      quotedId: quoted.id,
      quotedSeq: quoted.seq,
      quotedName: nameHere(quoted.authorId),
      quotedExcerpt: sql<string>`case when ${quoted.hiddenAt} is null then left(${quoted.body}, 140) else '' end`,
      sentAt: messages.sentAt,
      editedAt: messages.editedAt,
      removedAt: messages.removedAt,
      removedBy: messages.removedBy,
      hiddenAt: messages.hiddenAt,
      reason: messages.reason,
      changedAt: messages.changedAt,
    })
    .from(messages)
    .innerJoin(channels, eq(channels.id, messages.channelId))
    .leftJoin(quoted, eq(quoted.id, messages.replyTo))
    .where(which);
}

type After = { channelId: string; after: number; limit: number };

/** Asked for each message that is said. */
const next = prepared((db, { channelId, after, limit }: After) =>
  rowsOf(db, and(eq(messages.channelId, channelId), gt(messages.seq, after)))
    .orderBy(asc(messages.seq))
    .limit(limit),
);

type Newest = { channelId: string; before: number | undefined; most: number };

const newest = prepared((db, { channelId, before, most }: Newest) =>
  rowsOf(
    db,
    and(eq(messages.channelId, channelId), before === undefined ? undefined : lt(messages.seq, before)),
  )
    .orderBy(desc(messages.seq))
    .limit(most),
);

async function hasBefore(db: Queryable, channelId: string, seq: number) {
  const rows = await db
    .select({ seq: messages.seq })
    .from(messages)
    .where(and(eq(messages.channelId, channelId), lt(messages.seq, seq)))
    .limit(1);
  return rows.length > 0;
}
