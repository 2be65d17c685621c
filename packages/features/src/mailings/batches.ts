import type { Transaction } from '@groundwork/database';
import { and, eq, inArray, isNull, lt, lte, not, or, sql } from 'drizzle-orm';
import type { Context, House } from '../context.ts';
import { note } from '../journal.ts';
import { promiseLetters } from '../outbox/promises.ts';
import { mails } from '../outbox/tables.ts';
import { halt } from './actions.ts';
import type { Audience, Receiver } from './audience.ts';
import type { Content } from './content.ts';
import { openLetters } from './letters.ts';
import { countAudience, mailKey, nextReceivers } from './queries.ts';
import { kindOf, readMailing, underway, type MailingRegistry } from './reading.ts';
import { mailings } from './tables.ts';

/** How many mails are promised in the first transaction of a mailing, so that some leave soon. */
const FIRST = 500;
/** In each one after it, as many batches of so many: while one is written, what the next one gets is made. */
const BATCH = { size: 1_000, count: 10 };

/** Whether a batch is due that nobody is at, of a mailing under way, or of one whose time has come. */
export async function isBatchDue(house: Pick<House, 'db'>): Promise<boolean> {
  return (await findDue(house)) !== null;
}

/**
 * Promises batch after batch until none is due, or the worker is `closing`. Throws the first failure in the end: a mailing
 * that met one is due again a minute later, and keeps no other.
 */
export async function promiseDueBatches(
  ctx: Context,
  known: MailingRegistry,
  closing?: AbortSignal,
): Promise<void> {
  const failures: unknown[] = [];
  for (;;) {
    const mailingId = closing?.aborted ? null : await findDue(ctx);
    if (mailingId === null) break;
    await promiseBatch(ctx, known, mailingId).catch(async (error: unknown) => {
      failures.push(error);
      const dueAt = sql`now() + interval '1 minute'`;
      await ctx.db
        .update(mailings)
        .set({ dueAt })
        .where(and(eq(mailings.id, mailingId), isDue));
    });
  }
  if (failures.length > 0) throw failures[0];
}

/**
 * Promises the next few thousand mails of a mailing, in one transaction with the place where it goes on after them: a
 * crash, or two workers at once, neither skip nor repeat anyone. What may not be told now is stopped.
 */
export async function promiseBatch(ctx: Context, known: MailingRegistry, mailingId: string): Promise<void> {
  await ctx.change(async (tx) => {
    const mailing = await takeDue(ctx, tx, known, mailingId);
    if (!mailing) return;
    const { content, audience } = await readMailing(ctx, tx, known, mailing);
    if (content === 'hidden') return void (await halt(tx, null, { ...mailing, state: 'sending' }));
    const receiverCount = mailing.receiverCount ?? (await countAudience(tx, audience, mailing));
    const sizes = { ...sizesFor(mailing), ...(known.batchSize && { size: known.batchSize }) };
    const { position, isOver } =
      content === 'moot'
        ? { position: mailing.position, isOver: true }
        : await promiseNext(tx, mailing, { content, audience, ...sizes });
    await tx
      .update(mailings)
      .set({ receiverCount, position, dueAt: isOver ? null : sql`now()` })
      .where(eq(mailings.id, mailing.id));
  });
}

/**
 * Ends mailings of which no mail waits, and those stopped so long ago that nobody would know any more whom they reached.
 * Notes how many mails went out before the Outbox forgets them; what it keeps for want of a mail server may go out yet, and
 * is waited for as long as it is kept.
 */
export async function settleMailings(ctx: Context): Promise<void> {
  const isOld = lt(mailings.startedAt, sql`now() - interval '25 days'`);
  const isOut = and(
    eq(mailings.state, 'sending'),
    not(mailings.isStanding),
    isNull(mailings.dueAt),
    nothing('promised', 'held'),
    sql`group_may_write(${mailings.groupId})`,
  );
  const sent = sql`(select count(*) from ${mails} where ${and(isIts, eq(mails.state, 'sent'))})`;
  await ctx.change(async (tx) => {
    const ended = await tx
      .update(mailings)
      .set({ state: 'sent', endedAt: sql`now()` })
      .where(or(isOut, and(eq(mailings.state, 'stopped'), not(mailings.isStanding), isOld)))
      .returning({ id: mailings.id, groupId: mailings.groupId });
    for (const mailing of ended) note(tx, null, 'mailings.sent', mailing);
    const isUncounted = and(eq(mailings.state, 'sent'), isNull(mailings.sentCount));
    await tx
      .update(mailings)
      .set({ sentCount: sent })
      .where(and(isUncounted, or(isOld, nothing('promised', 'held', 'kept'))));
  });
}

const isDue = lte(mailings.dueAt, sql`now()`);

async function findDue({ db }: Pick<House, 'db'>): Promise<string | null> {
  const [due] = await db
    .select({ id: mailings.id })
    .from(mailings)
    .where(isDue)
    .orderBy(mailings.dueAt)
    .limit(1)
    .for('update', { skipLocked: true });
  return due?.id ?? null;
}

type Underway = NonNullable<Awaited<ReturnType<typeof takeDue>>>;

/** One whose time has come begins, if it is still to. */
async function takeDue(house: House, tx: Transaction, known: MailingRegistry, mailingId: string) {
  const [mailing] = await tx
    .select(underway)
    .from(mailings)
    .where(and(eq(mailings.id, mailingId), isDue))
    .for('update');
  if (mailing?.state !== 'scheduled') return mailing;
  const isIt = eq(mailings.id, mailingId);
  const receiverCount = await kindOf(known, mailing).begin?.(house, tx, mailing.aboutId);
  if (receiverCount === null) {
    await tx.update(mailings).set({ state: 'draft', dueAt: null }).where(isIt);
    return undefined;
  }
  await tx
    .update(mailings)
    .set({ state: 'sending', startedAt: sql`now()` })
    .where(isIt);
  note(tx, null, 'mailings.started', mailing);
  return receiverCount === undefined ? mailing : { ...mailing, receiverCount };
}

type Batches = { content: Content; audience: Audience; size: number; count: number };

function sizesFor({ position }: Underway): Pick<Batches, 'size' | 'count'> {
  return position === null ? { size: FIRST, count: 1 } : BATCH;
}

/** Promises a few batches: while one is written down, the next one is read. */
async function promiseNext(tx: Transaction, mailing: Underway, { content, audience, size, count }: Batches) {
  const letters = await openLetters(tx, mailing, content);
  const promise = promiserOf(tx, mailing, { content, letters });
  let { position } = mailing;
  let receivers = await nextReceivers(tx, audience, mailing, size);
  for (let left = count - 1; ; left -= 1) {
    position = receivers.at(-1)?.personId ?? position;
    const isOver = receivers.length < size;
    if (isOver || left === 0) {
      await promise(receivers);
      return { position, isOver };
    }
    const next = nextReceivers(tx, audience, { ...mailing, position }, size);
    [receivers] = await Promise.all([next, promise(receivers)]);
  }
}

type Written = { content: Content; letters: Awaited<ReturnType<typeof openLetters>> };

/** Promises each of these their mail of a mailing. */
function promiserOf(tx: Transaction, { id, groupId }: Underway, { content, letters }: Written) {
  const mailing = { mailingId: id, groupId, key: mailKey(id, '') };
  return async (receivers: Receiver[]) => {
    await letters.write(receivers);
    promiseLetters(
      tx,
      mailing,
      receivers.map((receiver) => ({
        ...{ personId: receiver.personId, to: receiver.email, language: receiver.language },
        ...{ letterId: letters.of(receiver), values: content.values(receiver), dueAt: receiver.dueAt },
      })),
    );
  };
}

const isIts = eq(mails.mailingId, mailings.id);

/** The condition that none of a mailing's mails stands so. */
function nothing(...states: (typeof mails.$inferSelect)['state'][]) {
  return sql`not exists (select from ${mails} where ${and(isIts, inArray(mails.state, states))})`;
}
