import { atCommit, prepared, type Transaction } from '@groundwork/database';
import { inArray, sql } from 'drizzle-orm';
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core';
import { note } from '../journal.ts';
import { letters, mails } from './tables.ts';

type Mail = typeof mails.$inferSelect;
type Settled = Pick<Mail, 'id' | 'groupId'>;

/** A mail that was sent: what it said and its address is forgotten. */
export function settleSent(tx: Transaction, sent: Settled[]): void {
  if (sent.length > 0) atCommit(tx, markSent, { ids: sent.map(({ id }) => id) });
}

/** A mail on a site that sends none. */
export async function settleKept(tx: Transaction, kept: Settled[]): Promise<void> {
  await finish(tx, kept, { state: 'kept' });
}

/** A mail that nobody will take: it says so, and what it was about stays for the stewards. */
export async function giveUp(tx: Transaction, refused: Settled[]): Promise<void> {
  await finish(tx, refused, { state: 'refused', ...SAYS_NOTHING, subject: subjectForAll });
  for (const { id, groupId } of refused) note(tx, null, 'outbox.mail-refused', { groupId, id });
}

/**
 * Mails that failed for now: they are due again after about 1, 4, 16 ... seconds, then every hour or so, and are given up
 * after three days. Jitter keeps a crowd from coming back at once.
 */
export async function putOff(tx: Transaction, failed: (Settled & { isStale: boolean })[]): Promise<void> {
  await giveUp(
    tx,
    failed.filter((mail) => mail.isStale),
  );
  const ids = failed.filter((mail) => !mail.isStale).map(({ id }) => id);
  if (ids.length === 0) return;
  const seconds = sql`least(power(4, ${mails.attemptCount}), 4096) * (0.8 + random() * 0.2)`;
  await tx
    .update(mails)
    .set({
      attemptCount: sql`${mails.attemptCount} + 1`,
      admittedAt: sql`coalesce(${mails.admittedAt}, now())`,
      dueAt: sql`now() + make_interval(secs => ${seconds})`,
    })
    .where(inArray(mails.id, ids));
}

/**
 * The condition that a mail has waited for so long that it is given up. What waits in a lane may do so for days, untried: its
 * time begins when it was tried first.
 */
export const isStale = sql<boolean>`(case when lane is null or state = 'held' then promised_at
  else coalesce(admitted_at, now()) end < now() - interval '3 days')`;

const SAYS_NOTHING = { letter: null, letterId: null, lane: null, values: null };
/** Its person stays known until it is forgotten, for what may come back of it. */
const IS_TO_NOBODY = { subject: null, toAddress: null, mailbox: null };

/** Of a letter to many, without anybody's own words. */
const subjectForAll = sql<string | null>`coalesce(${mails.subject}, (
  select regexp_replace(letter.subject, '\ufff9[^\ufffb]*\ufffb', '…', 'g') from ${letters} letter
  where letter.id = ${mails.letterId}))`;

type Outcome = PgUpdateSetSource<typeof mails>;

async function finish(tx: Transaction, finished: Settled[], outcome: Outcome) {
  if (finished.length === 0) return;
  const ids = finished.map(({ id }) => id);
  await tx
    .update(mails)
    .set({ ...outcome, ...NOW_AT_LAST })
    .where(inArray(mails.id, ids));
}

const NOW_AT_LAST = { attemptCount: sql`${mails.attemptCount} + 1`, finishedAt: sql`now()` };

const markSent = prepared((db, { ids }: { ids: string[] }) =>
  db
    .update(mails)
    .set({ state: 'sent', ...SAYS_NOTHING, ...IS_TO_NOBODY, ...NOW_AT_LAST })
    .where(sql`${mails.id} = any(${ids})`),
);
