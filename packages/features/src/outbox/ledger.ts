import type { Transaction } from '@groundwork/database';
import { and, asc, desc, eq, inArray, isNull, or, isNotNull, sql } from 'drizzle-orm';
import type { Context, House } from '../context.ts';
import { note } from '../journal.ts';
import { trySpend, type Limit } from '../limits/limits.ts';
import { mailboxOf } from './mailboxes.ts';
import { giveUp } from './settling.ts';
import { mails } from './tables.ts';

const DAY = 24 * 60;
/** Whatever forms an address is typed into, its mailbox hears of so many a day from this site. */
export const MAILBOX: Limit = { name: 'outbox.mailbox', count: 4, minutes: DAY };
/** About an account of its own, apart from all other forms: they must not keep a new password from its owner. */
const ACCOUNT: Limit = { name: 'outbox.account', count: 4, minutes: DAY };
export const GROUP: Limit = { name: 'outbox.group', count: 10_000, minutes: DAY };
export const SITE: Limit = { name: 'outbox.site', count: 50_000, minutes: DAY };

type Row = typeof mails.$inferSelect;
type HeldBy = NonNullable<Row['heldBy']>;
type Weighed = Pick<Row, 'id' | 'groupId' | 'typed' | 'toAddress' | 'heldBy'> & { isInside: boolean };

/**
 * Which of these mails a ceiling holds back, and which ceiling. Spent outside of any transaction, as all processes share
 * it; who was let through once is not counted again.
 */
export async function weigh(house: House, mailIds: string[]): Promise<Map<string, HeldBy>> {
  const unweighed = and(
    inArray(mails.id, mailIds),
    eq(mails.state, 'promised'),
    isNull(mails.admittedAt),
    or(isNotNull(mails.typed), isNotNull(mails.groupId)),
  );
  const held = new Map<string, HeldBy>();
  for (const mail of await house.db.select(weighed).from(mails).where(unweighed)) {
    const by = await findCeiling(house, mail);
    if (by) held.set(mail.id, by);
  }
  return held;
}

/** Notes that a mail was let through, for when it is tried again. */
export async function admit(tx: Transaction, mailIds: string[]): Promise<void> {
  if (mailIds.length === 0) return;
  await tx
    .update(mails)
    .set({ admittedAt: sql`now()` })
    .where(inArray(mails.id, mailIds));
}

/** Holds mails back: the sweep lets them out when there is room, and stewards see them until then. */
export async function hold(
  tx: Transaction,
  which: Pick<Row, 'id' | 'groupId'>[],
  held: Map<string, HeldBy>,
): Promise<void> {
  for (const { id, groupId } of which) {
    const heldBy = held.get(id) ?? 'site';
    await tx.update(mails).set({ state: 'held', heldBy }).where(eq(mails.id, id));
    await note(tx, null, 'outbox.mail-held', { groupId, id }, { by: heldBy });
  }
}

/**
 * Lets out what there is room for now, oldest first. After three days a mail that is still held is given up, and says so,
 * like one that its server never took.
 */
export async function releaseHeld(ctx: Context): Promise<void> {
  const waiting = await ctx.db
    .select({ ...weighed, isStale: sql<boolean>`${mails.promisedAt} < now() - interval '3 days'` })
    .from(mails)
    .where(and(isNotNull(mails.heldBy), eq(mails.state, 'held')))
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
    .select({ id: mails.id, groupId: mails.groupId })
    .from(mails)
    .where(and(eq(mails.toAddress, address), eq(mails.state, 'held'), eq(mails.heldBy, 'mailbox')))
    .orderBy(desc(mails.promisedAt))
    .limit(MAILBOX.count);
  for (const mail of newest) await letOut(tx, mail);
}

const weighed = {
  id: mails.id,
  groupId: mails.groupId,
  typed: mails.typed,
  toAddress: mails.toAddress,
  heldBy: mails.heldBy,
  // A group that no steward of the site vouched for writes to its own members only. In groups' own migration.
  isInside: sql<boolean>`may_hear_from(${mails.groupId}, ${mails.toAddress})`,
};

async function findCeiling(house: House, mail: Weighed): Promise<HeldBy | null> {
  const { groupId, typed, toAddress, isInside } = mail;
  if (!isInside) return 'unvouched';
  if (typed === null || toAddress === null) return null;
  const mailbox = { limit: typed === 'account' ? ACCOUNT : MAILBOX, key: mailboxOf(toAddress) };
  if ((await trySpend(house, mailbox)) !== null) return 'mailbox';
  if (groupId && (await trySpend(house, { limit: GROUP, key: groupId })) !== null) return 'group';
  return (await trySpend(house, { limit: SITE, key: 'site' })) === null ? null : 'site';
}

async function letOut(tx: Transaction, { id, groupId }: Pick<Row, 'id' | 'groupId'>) {
  const [mail] = await tx
    .update(mails)
    .set({ state: 'promised', admittedAt: sql`now()` })
    .where(and(eq(mails.id, id), eq(mails.state, 'held')))
    .returning({ id: mails.id });
  if (mail) await note(tx, null, 'outbox.mail-promised', { groupId, id });
}
