import { constraintOf, newId, prepared, type Transaction } from '@groundwork/database';
import { entriesOf } from '@groundwork/database/journal';
import type { LiveEvent } from '@groundwork/live';
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { speak, type Context } from '../../context.ts';
import { Conflict, Forbidden, Invalid, type Refusal } from '../../errors.ts';
import { isHeard, note } from '../../journal.ts';
import { quotaColumns, spendQuota } from '../../limits/making.ts';
import { spending, type SpendColumns } from '../../limits/statement.ts';
import { permit } from '../../policy.ts';
import { tellOfDirect } from '../directs/telling.ts';
import { callsOf, endMentions, mentionsOf, renameMentions, type Calls } from '../mentions/actions.ts';
import { findNamed } from '../mentions/queries.ts';
import { tellOfMentions } from '../mentions/telling.ts';
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
  const quoted = asked.replyTo ? await findQuoted(ctx, channelId, asked.replyTo) : null;
  const named = await findNamed(ctx.db, channel, { body, authorId: ctx.viewer.id });
  const calls = callsOf(named, answeredBy(ctx, channel, quoted?.authorId));
  const words = { id: asked.id, body, replyTo: asked.replyTo ?? null };
  const placed = await place(ctx, channel, words, calls);
  if (!placed) return sentBefore(ctx, channelId, asked.id, new Conflict('conflict'));
  if (channel.kind === 'direct') await tellOfDirect(ctx, channel);
  else if (calls) await ctx.change((tx) => tellOfMentions(tx, ctx, channelId, calls));
  const marked = [...new Set(named.map(({ written }) => written))];
  return {
    ...{ id: asked.id, channelId, body, replyTo: quoted?.view ?? null },
    ...(marked.length > 0 && { mentions: marked }),
    seq: placed.seq,
    sentAt: placed.sentAt.toISOString(),
    authorId: ctx.viewer.id,
    authorName: channel.myName ?? ctx.viewer.name,
    editedAt: null,
    removedAt: null,
    wasModerated: false,
  };
}

/** Whose words are answered in a room, if they are somebody else's. */
function answeredBy({ viewer }: Context, { kind }: SeenChannel, authorId: string | null | undefined) {
  return kind === 'room' && authorId && authorId !== viewer.id ? authorId : null;
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
    const { channel, channelId } = message;
    const renamed = { messageId, authorId: ctx.viewer.id, body: words };
    const accountIds = await renameMentions(tx, channel, renamed);
    if (accountIds.length > 0) await tellOfMentions(tx, ctx, channelId, { accountIds, isLess: true });
    tell(tx, ctx, message.channel, { messageId, kind: 'messaging.message-edited' });
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
    await endMentions(tx, ctx, { messageId, channelId: message.channelId, isErased: true });
    tell(tx, ctx, message.channel, { messageId, kind: 'messaging.message-removed' });
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
    if (forgotten > 0) note(tx, null, 'messaging.messages-forgotten', { groupId, id }, { count: forgotten });
    return forgotten;
  });
}

/** The id stands for a message already: the whole attempt is undone, so that no number of the channel is lost. */
class IdTaken extends Error {}

type Words = { id: string; body: string; replyTo: string | null };
type Placed = { seq: number; sentAt: Date };

/** Puts a message at the next place of its channel. Null when its id stands for a message already. */
async function place(
  ctx: Context,
  channel: SeenChannel,
  words: Words,
  calls: Calls | null,
): Promise<Placed | null> {
  const { id: channelId, groupId } = channel;
  const next = { ...words, channelId, groupId, authorId: ctx.viewer.id, entryId: newId() };
  const asked = calls
    ? { ...next, ...calls, isCalling: true as const }
    : { ...next, isCalling: false as const };
  const event = { topic: `channel:${channelId}`, id: words.id, kind: 'messaging.message-sent' };
  try {
    const outcome = channel.leftAt === null ? await putAtOnce(ctx, asked, event) : REFUSED;
    return outcome === REFUSED ? await putCounted(ctx, asked, event) : outcome;
  } catch (error) {
    if (error instanceof IdTaken || constraintOf(error) === 'messages_pkey') return null;
    throw error;
  }
}

const REFUSED = Symbol('the quota did not let it through');

/** What a great many do at once: counted, noted and said in one statement. */
async function putAtOnce(ctx: Context, asked: Next, event: LiveEvent) {
  const [outcome] = await ctx.changeAtOnce(
    (db) => putNext(db, { ...asked, ...quotaColumns(ctx, 'messages'), isCounted: false }),
    ([said]) => (said?.seq ? [event] : []),
  );
  if (outcome?.is_refused) return REFUSED;
  return placedOf(outcome);
}

/** The same for whoever comes back to a conversation, or may send more than others. */
async function putCounted(ctx: Context, asked: Next, event: LiveEvent) {
  return ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'messages');
    await comeBack(tx, ctx, asked.channelId);
    const placed = placedOf((await putNext(tx, { ...asked, isCounted: true }))[0]);
    if (!placed) throw new IdTaken();
    speak(tx, event);
    return placed;
  });
}

/** Who writes in a conversation that they had left is in it again. */
async function comeBack(tx: Transaction, { viewer }: Context, channelId: string) {
  await tx
    .update(channelMembers)
    .set({ leftAt: null })
    .where(and(eq(channelMembers.channelId, channelId), eq(channelMembers.accountId, viewer.id)));
}

type Next = Words &
  Record<'channelId' | 'authorId' | 'entryId', string> & { groupId: string } & (
    ({ isCalling: true } & Calls) | { isCalling: false }
  );
type Said = { seq: number | null; sent_at: Date | null; is_refused: boolean };

function placedOf(said: Said | undefined): Placed | null {
  return said?.seq && said.sent_at ? { seq: said.seq, sentAt: said.sent_at } : null;
}

/**
 * Takes the next place in the channel, last of all: from there on its other senders wait for this one. Nothing is counted
 * if the id is known, and nothing is said if the count does not let it through.
 */
const putNext = prepared((_, asked: Next & ({ isCounted: true } | ({ isCounted: false } & SpendColumns))) => {
  const { id, channelId, groupId, authorId, body, replyTo, entryId } = asked;
  const isNew = sql`not exists (select from ${messages} known where known.id = ${id}::uuid)`;
  const spent = asked.isCounted ? sql`select 1 as granted where ${isNew}` : spending(asked, isNew);
  const spoken = asked.isCalling ? sql`, ${mentionsOf(asked, asked)}` : sql``;
  const entry = sql`
      select ${entryId}::uuid, 'messaging.message-sent', ${groupId}::uuid, ${authorId}::uuid, ${id}::uuid,
        jsonb_build_object('channelId', ${channelId}::text) from said`;
  return sql<Said>`
      with spent as (${spent}), place as (
        update ${channels} set last_seq = last_seq + 1, last_sent_at = greatest(last_sent_at, clock_timestamp())
        where id = ${channelId} and (select min(granted) > 0 from spent) returning last_seq, last_sent_at
      ), said as (
        insert into ${messages} (id, channel_id, author_id, seq, body, reply_to, sent_at)
        select ${id}::uuid, ${channelId}::uuid, ${authorId}::uuid, last_seq, ${body}, ${replyTo}::uuid, last_sent_at
        from place returning seq, sent_at
      )${spoken}, ${entriesOf(entry, isHeard('messaging.message-sent'))}
      select said.seq, said.sent_at, spent.granted = 0 as is_refused from spent left join said on true`;
});

/** The message that was sent under this id before, if it was this viewer's and to this channel; else the refusal. */
async function sentBefore(ctx: Context, channelId: string, messageId: string, refusal: Refusal) {
  const message = await readMessage(ctx, messageId);
  if (message?.authorId === ctx.viewer.id && message.channelId === channelId) return message;
  throw refusal;
}

/** What an answer shows of the message it answers, which must be in the same channel. */
async function findQuoted(ctx: Context, channelId: string, messageId: string) {
  const there = await readMessage(ctx, messageId);
  if (there?.channelId !== channelId) throw new Invalid([{ name: 'replyTo', code: 'messaging.reply-gone' }]);
  const { id, seq, authorId, authorName, body } = there;
  return { authorId, view: { id, seq, authorName, excerpt: [...body].slice(0, 140).join('') } };
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
function tell(tx: Transaction, ctx: Context, channel: SeenChannel, { messageId, kind }: Change) {
  note(tx, ctx, kind, { groupId: channel.groupId, id: messageId }, { channelId: channel.id });
  speak(tx, { topic: `channel:${channel.id}`, id: messageId, kind });
}
