import type { Transaction } from '@groundwork/database';
import { and, eq, inArray, notInArray, sql, type SQL } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { messages } from '../tables.ts';
import { findNamed } from './queries.ts';
import { MOST_NAMED, type NamedReader } from './places.ts';
import { mentions } from './tables.ts';
import { tellOfMentions } from './telling.ts';

/** Whom a message speaks to, as columns that the statement takes which puts it in its place. */
export type Calls = { accountIds: string[]; hows: ('named' | 'answered')[]; writtens: (string | null)[] };

/** Whom a new message speaks to: those it names, and whose words it answers. Null: nobody. */
export function callsOf(named: NamedReader[], answered: string | null): Calls | null {
  const isNamedToo = named.some(({ accountId }) => accountId === answered);
  const rows = [
    ...named.map((one) => ({ ...one, how: 'named' as const })),
    ...(answered && !isNamedToo ? [{ accountId: answered, written: null, how: 'answered' as const }] : []),
  ];
  if (rows.length === 0) return null;
  return {
    accountIds: rows.map(({ accountId }) => accountId),
    hows: rows.map(({ how }) => how),
    writtens: rows.map(({ written }) => written),
  };
}

/** The part of the statement that puts a message (`said`, with its `seq`) in its place, which writes whom it speaks to. */
export function mentionsOf(
  { accountIds, hows, writtens }: Calls,
  { id, channelId }: { id: string; channelId: string },
): SQL {
  return sql`spoken as (
        insert into ${mentions} (message_id, account_id, channel_id, seq, how, written)
        select ${id}::uuid, call.account_id, ${channelId}::uuid, said.seq, call.how, call.written
        from said, unnest(${accountIds}::uuid[], ${hows}::text[], ${writtens}::text[]) as call (account_id, how, written)
      )`;
}

type Edited = { id: string; kind: 'room' | 'direct' };

/** Another text names others: whom it names no more is not named by it, and who is new is told. Answers whom to tell. */
export async function renameMentions(
  tx: Transaction,
  channel: Edited,
  { messageId, authorId, body }: { messageId: string; authorId: string; body: string },
): Promise<string[]> {
  const named = await findNamed(tx, channel, { body, authorId });
  const before = await listNamed(tx, messageId);
  if (named.length + before.length === 0) return [];
  await tx.execute(sql`
    with written as (
      select ${messages.id} as message_id, call.account_id, ${messages.channelId} as channel_id, ${messages.seq} as seq, call.written
      from ${messages}, unnest(${sql.param(named.map(({ accountId }) => accountId))}::uuid[],
        ${sql.param(named.map(({ written }) => written))}::text[]) as call (account_id, written)
      where ${messages.id} = ${messageId}::uuid
    )
    insert into ${mentions} (message_id, account_id, channel_id, seq, how, written)
    select message_id, account_id, channel_id, seq, 'named', written from written
    on conflict (message_id, account_id) do update set how = 'named', written = excluded.written`);
  const left = named.map(({ accountId }) => accountId);
  const isLess = and(
    eq(mentions.messageId, messageId),
    eq(mentions.how, 'named'),
    notInArray(mentions.accountId, left),
  );
  // Whose words it answers is answered still.
  const answered = sql`(select quoted.author_id from ${messages} own join ${messages} quoted on quoted.id = own.reply_to
    where own.id = ${messageId}::uuid)`;
  await tx
    .update(mentions)
    .set({ how: 'answered', written: null })
    .where(and(isLess, eq(mentions.accountId, answered)));
  await tx.delete(mentions).where(isLess);
  return [...new Set([...before, ...left])].slice(0, 2 * MOST_NAMED);
}

/** A message lost its words, or nobody else reads them: it speaks to nobody, and what was told of it is taken back. */
export async function endMentions(
  tx: Transaction,
  ctx: Pick<Context, 'settings'>,
  { messageId, channelId, isErased }: { messageId: string; channelId: string; isErased: boolean },
): Promise<void> {
  const spoken = await tx
    .select({ accountId: mentions.accountId })
    .from(mentions)
    .where(eq(mentions.messageId, messageId));
  if (spoken.length === 0) return;
  const accountIds = spoken.map(({ accountId }) => accountId);
  if (isErased)
    await tx
      .delete(mentions)
      .where(and(eq(mentions.messageId, messageId), inArray(mentions.accountId, accountIds)));
  await tellOfMentions(tx, ctx, channelId, { accountIds, isLess: true });
}

async function listNamed(tx: Transaction, messageId: string): Promise<string[]> {
  const rows = await tx
    .select({ accountId: mentions.accountId })
    .from(mentions)
    .where(and(eq(mentions.messageId, messageId), eq(mentions.how, 'named')));
  return rows.map(({ accountId }) => accountId);
}
