import { prepared, type Transaction } from '@groundwork/database';
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { speak, type Context } from '../../context.ts';
import { Conflict, Forbidden, Invalid, type Refusal } from '../../errors.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { permit } from '../../policy.ts';
import { channelPolicy } from '../policy.ts';
import { findChannel, type SeenChannel } from '../queries.ts';
import { channelMembers, channels, messages } from '../tables.ts';
import type { MessageView, NewMessage } from './contract.ts';
import { messagePolicy } from './policy.ts';
import { sightOf } from './views.ts';
import { findMessage, readMessage, type SeenMessage } from './queries.ts';

/**
 * Sends a message to a channel. The id is the sender's: sent again by the same author to the same channel, it is the
 * message that is already there, whatever its words; anyone else's id is a Conflict.
 */
export async function sendMessage(ctx: Context, channelId: string, asked: NewMessage): Promise<MessageView> {
  const channel = await findChannel(ctx, channelId);
  const body = bodyFrom(asked.body);
  if (!channelPolicy.write(channel)) return sentBefore(ctx, channelId, asked.id, refusalFor(channel));
  try {
    return await ctx.change((tx) => append(tx, ctx, channel, { ...asked, body }));
  } catch (error) {
    if (!(error instanceof IdTaken)) throw error;
    return sentBefore(ctx, channelId, asked.id, new Conflict('conflict'));
  }
}

function refusalFor({ isFrozen, isClosedBetween }: SeenChannel) {
  if (isClosedBetween) return new Forbidden('messaging.closed-between');
  return isFrozen ? new Conflict('groups.frozen') : new Forbidden();
}

/** Puts other words in place of one's own. */
export async function editMessage(ctx: Context, messageId: string, body: string): Promise<MessageView> {
  const message = await findMessage(ctx, messageId);
  permit(messagePolicy, 'edit', message);
  const words = bodyFrom(body);
  await ctx.change(async (tx) => {
    const [edited] = await tx
      .update(messages)
      .set({ body: words, editedAt: sql`clock_timestamp()`, changedAt: sql`clock_timestamp()` })
      .where(and(eq(messages.id, messageId), isNull(messages.removedAt), isNull(messages.hiddenAt)))
      .returning({ id: messages.id });
    if (!edited) throw new Conflict('conflict');
    await tell(tx, ctx, message.channel, { messageId, kind: 'messaging.message-edited' });
  });
  return mustRead(ctx, message);
}

/** Erases a message's words; its place stays, so that those who saw it are not left guessing. */
export async function removeMessage(ctx: Context, messageId: string): Promise<void> {
  const message = await findMessage(ctx, messageId);
  permit(messagePolicy, 'remove', message);
  if (message.removedAt) return;
  await ctx.change(async (tx) => {
    await tx
      .update(messages)
      .set({ body: '', removedAt: sql`now()`, removedBy: ctx.viewer.id, changedAt: sql`clock_timestamp()` })
      .where(and(eq(messages.id, messageId), sql`${messages.removedAt} is null`));
    await tell(tx, ctx, message.channel, { messageId, kind: 'messaging.message-removed' });
  });
}

/** Deletes what is older than its channel keeps, and records how many messages each channel forgot. */
export async function forgetExpiredMessages(ctx: Context): Promise<void> {
  const oldest = sql`(select oldest.sent_at from ${messages} oldest where oldest.channel_id = ${channels.id} order by oldest.seq limit 1)`;
  const due = await ctx.db
    .select({ id: channels.id, groupId: channels.groupId })
    .from(channels)
    .where(
      and(
        isNotNull(channels.retentionDays),
        sql`${oldest} < now() - make_interval(days => ${channels.retentionDays})`,
      ),
    );
  for (const channel of due) {
    while ((await forgetBatch(ctx, channel)) === BATCH);
  }
}

/** Small enough that nobody waits for its locks. */
const BATCH = 5000;

async function forgetBatch(ctx: Context, { id, groupId }: { id: string; groupId: string }): Promise<number> {
  return ctx.change(async (tx) => {
    // `sent_at` never runs against `seq`, so the oldest by number are the oldest by time, and an index finds them.
    const { rowCount } = await tx.execute(sql`
      delete from ${messages} where id in (
        select old.id from (select id, sent_at from ${messages} where channel_id = ${id} order by seq limit ${BATCH}) old
        where old.sent_at < now() - (select make_interval(days => retention_days) from ${channels} where id = ${id}))`);
    const forgotten = rowCount ?? 0;
    if (forgotten > 0)
      await note(tx, null, 'messaging.messages-forgotten', { groupId, id }, { count: forgotten });
    return forgotten;
  });
}

/** The id stands for a message already: the whole attempt is undone, so that no number of the channel is lost. */
class IdTaken extends Error {}

type Words = Pick<NewMessage, 'id' | 'body' | 'replyTo'>;
async function append(
  tx: Transaction,
  ctx: Context,
  channel: SeenChannel,
  { id, body, replyTo = null }: Words,
): Promise<MessageView> {
  await spendQuota(ctx, tx, 'messages');
  if (channel.leftAt !== null) await comeBack(tx, ctx, channel.id);
  const quoted = replyTo === null ? null : await findQuoted(tx, channel.id, replyTo);
  await note(tx, ctx, 'messaging.message-sent', { groupId: channel.groupId, id }, { channelId: channel.id });
  const placed = await place(tx, ctx, channel, { id, body, replyTo });
  speak(tx, { topic: `channel:${channel.id}`, id, kind: 'messaging.message-sent' });
  return {
    id,
    channelId: channel.id,
    ...placed,
    authorId: ctx.viewer.id,
    authorName: channel.myName ?? ctx.viewer.name,
    body,
    replyTo: quoted,
    editedAt: null,
    removedAt: null,
    wasModerated: false,
  };
}

/** Who writes in a conversation that they had left is in it again. */
async function comeBack(tx: Transaction, { viewer }: Context, channelId: string) {
  await tx
    .update(channelMembers)
    .set({ leftAt: null })
    .where(and(eq(channelMembers.channelId, channelId), eq(channelMembers.accountId, viewer.id)));
}

/** Takes the next place in the channel. Last before the commit: from here on its other senders wait for this one. */
async function place(
  tx: Transaction,
  ctx: Context,
  { id: channelId }: SeenChannel,
  { id, body, replyTo }: Words,
) {
  const [placed] = await putNext(tx, {
    id,
    channelId,
    authorId: ctx.viewer.id,
    body,
    replyTo: replyTo ?? null,
  });
  if (!placed) throw new IdTaken();
  return { seq: placed.seq, sentAt: placed.sent_at.toISOString() };
}

type Next = Record<'id' | 'channelId' | 'authorId' | 'body', string> & { replyTo: string | null };

const putNext = prepared(
  (_, { id, channelId, authorId, body, replyTo }: Next) => sql<{ seq: number; sent_at: Date }>`
    with place as (
      update ${channels} set last_seq = last_seq + 1, last_sent_at = greatest(last_sent_at, clock_timestamp())
      where id = ${channelId} returning last_seq, last_sent_at
    )
    insert into ${messages} (id, channel_id, author_id, seq, body, reply_to, sent_at)
    select ${id}::uuid, ${channelId}::uuid, ${authorId}::uuid, last_seq, ${body}, ${replyTo}::uuid, last_sent_at from place
    on conflict (id) do nothing returning seq, sent_at`,
);

/** The message that was sent under this id before, if it was this viewer's and to this channel; else the refusal. */
async function sentBefore(ctx: Context, channelId: string, messageId: string, refusal: Refusal) {
  const message = await readMessage(ctx, messageId);
  if (message?.authorId === ctx.viewer.id && message.channelId === channelId) return message;
  throw refusal;
}

/** What an answer shows of the message it answers, which must be in the same channel. */
async function findQuoted(tx: Transaction, channelId: string, messageId: string) {
  const there = await readMessage({ db: tx }, messageId);
  if (there?.channelId !== channelId) throw new Invalid([{ name: 'replyTo', code: 'messaging.reply-gone' }]);
  const { id, seq, authorName, body } = there;
  return { id, seq, authorName, excerpt: [...body].slice(0, 140).join('') };
}

/** PostgreSQL's text holds no NUL, and browsers send line ends as CRLF. */
function bodyFrom(typed: string) {
  const body = typed.replaceAll('\0', '').replaceAll('\r\n', '\n').trim();
  if (!body) throw new Invalid([{ name: 'body', code: 'field.required' }]);
  return body;
}

async function mustRead(ctx: Context, { id, channel }: SeenMessage) {
  const message = await readMessage(ctx, id, sightOf(ctx.viewer, channel));
  if (!message) throw new Conflict('conflict');
  return message;
}

type Change = { messageId: string; kind: 'messaging.message-edited' | 'messaging.message-removed' };
async function tell(tx: Transaction, ctx: Context, channel: SeenChannel, { messageId, kind }: Change) {
  await note(tx, ctx, kind, { groupId: channel.groupId, id: messageId }, { channelId: channel.id });
  speak(tx, { topic: `channel:${channel.id}`, id: messageId, kind });
}
