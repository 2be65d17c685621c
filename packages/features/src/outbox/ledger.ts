import type { Transaction } from '@groundwork/database';
import { and, asc, desc, eq, isNotNull, lte, or, sql } from 'drizzle-orm';
import type { Context, House } from '../context.ts';
import { note } from '../journal.ts';
import { trySpend, type Limit } from '../limits/limits.ts';
import { mailboxOf } from './mailboxes.ts';
import { giveUp, isStale } from './settling.ts';
import { mails } from './tables.ts';

const DAY = 24 * 60;
/** Whatever forms an address is typed into, its mailbox hears of so many a day from this site. */
export const MAILBOX: Limit = { name: 'outbox.mailbox', count: 4, minutes: DAY };
/** About an account of its own, apart from all other forms: they must not keep a new password from its owner. */
const ACCOUNT: Limit = { name: 'outbox.account', count: 4, minutes: DAY };
export const GROUP: Limit = { name: 'outbox.group', count: 10_000, minutes: DAY };
export const SITE: Limit = { name: 'outbox.site', count: 50_000, minutes: DAY };

type Row = typeof mails.$inferSelect;
export type HeldBy = NonNullable<Row['heldBy']>;
export type Weighed = Pick<Row, 'id' | 'groupId' | 'typed' | 'toAddress' | 'admittedAt'> & {
  /** Whether its group may write to this address. */
  isInside: boolean;
};

/**
 * Which of these mails a ceiling holds back, and which ceiling. Spent outside of any transaction, as all processes share
 * it; who was let through once is not counted again, but whom its group may write to is asked each time.
 */
export async function weigh(house: House, due: Weighed[]): Promise<Map<string, HeldBy>> {
  const held = new Map<string, HeldBy>();
  for (const mail of due) {
    const by = await findCeiling(house, mail);
    if (by) held.set(mail.id, by);
  }
  return held;
}

/** Holds a mail back: the sweep lets it out when there is room, and stewards see it until then. */
export async function hold(
  tx: Transaction,
  { id, groupId }: Pick<Row, 'id' | 'groupId'>,
  heldBy: HeldBy,
): Promise<void> {
  await tx.update(mails).set({ state: 'held', heldBy }).where(eq(mails.id, id));
  note(tx, null, 'outbox.mail-held', { groupId, id }, { by: heldBy });
}

/**
 * Lets out what there is room for now, oldest first. After three days a mail that is still held is given up, and says so,
 * like one that its server never took.
 */
export async function releaseHeld(ctx: Context): Promise<void> {
  const isHeld = and(isNotNull(mails.heldBy), eq(mails.state, 'held'));
  const held = ctx.db.select({ id: mails.id, place }).from(mails).where(isHeld).as('held');
  const waiting = await ctx.db
    .select({ ...weighed, heldBy: mails.heldBy, isStale })
    .from(mails)
    .innerJoin(held, eq(held.id, mails.id))
    .where(or(lte(held.place, TURN), isStale))
    .orderBy(asc(mails.promisedAt), asc(mails.id))
    .limit(1_000);
  const full = new Set<string>();
  for (const mail of waiting) {
    const bound = mail.heldBy === 'mailbox' ? mailboxOf(mail.toAddress ?? '') : `${mail.groupId}`;
    if (!mail.isStale && full.has(bound)) continue;
    const isFull = !mail.isStale && (await findCeiling(ctx, mail)) !== null;
    if (isFull) full.add(bound);
    else await ctx.change((tx) => (mail.isStale ? giveUp(tx, [mail]) : letOut(tx, mail)));
  }
}

/** Whoever pressed a link has proved their address: what its mailbox's ceiling held back goes out, the newest few. */
export async function releaseMailTo(tx: Transaction, address: string | null): Promise<void> {
  if (address === null) return;
  const newest = await tx
    .select({ id: mails.id })
    .from(mails)
    .where(
      and(
        eq(mails.mailbox, mailboxOf(address)),
        eq(mails.toAddress, address),
        eq(mails.state, 'held'),
        eq(mails.heldBy, 'mailbox'),
      ),
    )
    .orderBy(desc(mails.promisedAt))
    .limit(MAILBOX.count);
  for (const mail of newest) await letOut(tx, mail);
}

const weighed = {
  id: mails.id,
  groupId: mails.groupId,
  typed: mails.typed,
  toAddress: mails.toAddress,
  admittedAt: mails.admittedAt,
  // A group that no steward of the site vouched for writes to its own members only. In groups' own migration.
  isInside: sql<boolean>`may_hear_from(${mails.groupId}, ${mails.toAddress})`,
};

/** How many of one mailbox or group have their turn at a time: what one may not send keeps nobody else waiting. */
const TURN = 50;
const place = sql<number>`row_number() over (
  partition by ${mails.heldBy}, case when ${mails.heldBy} = 'mailbox' then ${mails.mailbox} else ${mails.groupId}::text end
  order by ${mails.promisedAt}, ${mails.id})`.as('place');

async function findCeiling(house: House, mail: Weighed): Promise<HeldBy | null> {
  const { groupId, typed, toAddress, isInside, admittedAt } = mail;
  if (!isInside) return 'unvouched';
  if (typed === null || toAddress === null || admittedAt !== null) return null;
  const mailbox = { limit: typed === 'account' ? ACCOUNT : MAILBOX, key: mailboxOf(toAddress) };
  if ((await trySpend(house, mailbox)) !== null) return 'mailbox';
  if (groupId && (await trySpend(house, { limit: GROUP, key: groupId })) !== null) return 'group';
  return (await trySpend(house, { limit: SITE, key: 'site' })) === null ? null : 'site';
}

async function letOut(tx: Transaction, { id }: Pick<Row, 'id'>) {
  const now = sql`now()`;
  await tx
    .update(mails)
    .set({ state: 'promised', admittedAt: now, dueAt: now })
    .where(and(eq(mails.id, id), eq(mails.state, 'held')));
}
