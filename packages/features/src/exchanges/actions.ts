import { newId, type Transaction } from '@groundwork/database';
import { and, desc, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { Conflict } from '../errors.ts';
import { nameIn } from '../groups/standing.ts';
import { groups } from '../groups/tables.ts';
import { note } from '../journal.ts';
import { spendQuota } from '../limits/making.ts';
import { tell } from '../notices/actions.ts';
import { noteHistory } from '../people/actions.ts';
import { permit } from '../policy.ts';
import { exchangePolicy, exchangesPolicy } from './policy.ts';
import { findDesk, findExchange, isMailRead } from './queries.ts';
import { answerDesks, exchangeLetters, exchanges } from './tables.ts';

/** What people answer to a group's mail is read here from now on. Conflict where the site reads no mail. */
export async function openDesk(ctx: Context, slug: string): Promise<void> {
  const group = await findDesk(ctx, slug);
  permit(exchangesPolicy, 'open', group);
  if (!(await isMailRead(ctx))) throw new Conflict('exchanges.no-way-in');
  await ctx.change(async (tx) => {
    const opened = await tx
      .insert(answerDesks)
      .values({ groupId: group.id, begunBy: ctx.viewer.id })
      .onConflictDoNothing();
    if (opened.rowCount) note(tx, ctx, 'exchanges.desk-begun', { id: group.id, groupId: group.id });
  });
}

/** It goes to the address that the group says, as before. What is under way goes on here. */
export async function closeDesk(ctx: Context, slug: string): Promise<void> {
  const group = await findDesk(ctx, slug);
  permit(exchangesPolicy, 'close', group);
  await ctx.change(async (tx) => {
    const closed = await tx.delete(answerDesks).where(eq(answerDesks.groupId, group.id));
    if (closed.rowCount) note(tx, ctx, 'exchanges.desk-ended', { id: group.id, groupId: group.id });
  });
}

type Place = { slug: string; exchangeId: string };

/** Writes back to a person: by mail, in the group's name beside the viewer's. Answers the letter's id. */
export async function answerPerson(ctx: Context, { slug, exchangeId }: Place, body: string): Promise<string> {
  const seen = await findExchange(ctx, slug, exchangeId);
  permit(exchangePolicy, 'answer', seen);
  return ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'answers', seen.groupId);
    const exchange = await lockExchange(tx, exchangeId);
    const { email, language } = seen;
    if (!exchange || email === null) throw new Conflict('exchanges.gone');
    const [inReplyTo, author] = await Promise.all([
      findLastOfPerson(tx, exchangeId),
      findAuthor(ctx, tx, seen),
    ]);
    const id = newId();
    const letter = { id, exchangeId, isFromPerson: false, authorId: ctx.viewer.id, body };
    await tx.insert(exchangeLetters).values({ ...letter, messageId: id });
    await tx
      .update(exchanges)
      .set({ waitsSince: null, lastAt: sql`now()` })
      .where(eq(exchanges.id, exchangeId));
    await tell(tx, ctx, 'exchanges.answer', {
      to: { person: seen.person.id, email, language },
      about: { id: exchangeId, groupId: seen.groupId, groupName: seen.group.name, subject: seen.subject },
      ...{ letterId: id, body, inReplyTo, author },
    });
    noteHistory(tx, {
      personId: seen.person.id,
      groupId: seen.groupId,
      kind: 'written-back',
      label: seen.subject,
    });
    note(tx, ctx, 'exchanges.answered', seen);
    return id;
  });
}

/** Needs no answer: it waits no longer, until another letter comes. */
export async function putAside(ctx: Context, place: Place): Promise<void> {
  const seen = await findExchange(ctx, place.slug, place.exchangeId);
  permit(exchangePolicy, 'putAside', seen);
  await ctx.change(async (tx) => {
    const isWaiting = and(eq(exchanges.id, seen.id), isNotNull(exchanges.waitsSince));
    const put = await tx.update(exchanges).set({ waitsSince: null }).where(isWaiting);
    if (put.rowCount) note(tx, ctx, 'exchanges.put-aside', seen);
  });
}

/** It waits for an answer after all. */
export async function takeUp(ctx: Context, place: Place): Promise<void> {
  const seen = await findExchange(ctx, place.slug, place.exchangeId);
  permit(exchangePolicy, 'takeUp', seen);
  await ctx.change(async (tx) => {
    const isAside = and(eq(exchanges.id, seen.id), isNull(exchanges.waitsSince));
    const taken = await tx
      .update(exchanges)
      .set({ waitsSince: sql`now()` })
      .where(isAside);
    if (taken.rowCount) note(tx, ctx, 'exchanges.taken-up', seen);
  });
}

/** Forgets what nobody wrote in for `months`. */
export async function forgetExchanges(ctx: Context, months = 12): Promise<void> {
  await ctx.change(async (tx) => {
    const old = await tx
      .delete(exchanges)
      .where(lt(exchanges.lastAt, sql`now() - make_interval(months => ${months})`))
      .returning({ groupId: exchanges.groupId });
    for (const [groupId, { length: count }] of Map.groupBy(old, (one) => one.groupId))
      note(tx, null, 'exchanges.forgotten', { id: groupId, groupId }, { count });
  });
}

async function lockExchange(tx: Transaction, exchangeId: string) {
  const [exchange] = await tx
    .select({ id: exchanges.id })
    .from(exchanges)
    .where(eq(exchanges.id, exchangeId))
    .for('update');
  return exchange;
}

/** What the newest letter of the person is called: the one that is answered. */
async function findLastOfPerson(tx: Transaction, exchangeId: string): Promise<string | null> {
  const [last] = await tx
    .select({ messageId: exchangeLetters.messageId })
    .from(exchangeLetters)
    .where(and(eq(exchangeLetters.exchangeId, exchangeId), exchangeLetters.isFromPerson))
    .orderBy(desc(exchangeLetters.at), desc(exchangeLetters.id))
    .limit(1);
  return last?.messageId ?? null;
}

async function findAuthor({ viewer }: Context, tx: Transaction, { groupId }: { groupId: string }) {
  const [found] = await tx
    .select({ name: nameIn(viewer.id, groups.id) })
    .from(groups)
    .where(eq(groups.id, groupId));
  return found?.name ?? null;
}
