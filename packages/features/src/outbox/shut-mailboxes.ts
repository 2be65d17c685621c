import { atCommit, prepared, type Transaction } from '@groundwork/database';
import { eq, sql } from 'drizzle-orm';
import type { House } from '../context.ts';
import { mailboxKey } from './return-tokens.ts';
import { mailReturns, shutMailboxes } from './tables.ts';

type Shut = typeof shutMailboxes.$inferSelect;
export type ShutWhy = Shut['why'];
type Asked = { id: string; toAddress: string | null; typed: string | null; letterId: string | null };

/** A mailbox is full for good, as far as patience goes, after so many returns within a month, so far apart. */
const FULL = { count: 4, days: 10, within: 30 };
/** For so long nothing goes to one that was full. */
const FULL_DAYS = 60;

/** Which of these keys are of mailboxes that are shut, and why. */
const findShut = prepared((db, { keys }: { keys: string[] }) =>
  db
    .select({ key: shutMailboxes.mailboxKey, why: shutMailboxes.why })
    .from(shutMailboxes)
    .where(sql`${shutMailboxes.mailboxKey} = any(${keys})`),
);

/**
 * Those of the mails, about to be sent, that do not go out as their mailbox is shut, with why. What its owner just asked
 * for goes all the same; and what is written to one reader alone, where somebody only called a letter spam.
 */
export async function findUnwanted(
  tx: Transaction,
  house: House,
  due: Asked[],
): Promise<Map<string, ShutWhy>> {
  const asked = due.flatMap(({ id, toAddress, typed, letterId }) =>
    toAddress !== null && typed === null ? [{ id, key: mailboxKey(house, toAddress), letterId }] : [],
  );
  if (asked.length === 0) return new Map();
  const shut = new Map(
    (await findShut(tx, { keys: asked.map(({ key }) => key) })).map(({ key, why }) => [key, why]),
  );
  return new Map(
    asked.flatMap(({ id, key, letterId }): [string, ShutWhy][] => {
      const why = shut.get(key);
      return why && (why !== 'complaint' || letterId !== null) ? [[id, why]] : [];
    }),
  );
}

/** Shuts mailboxes. One that is shut for more than before says so; since when stays what it was. */
export async function shutMailboxesFor(
  tx: Transaction,
  shut: { mailboxKey: string; why: 'gone' | 'complaint' }[],
): Promise<void> {
  const byKey = new Map(shut.map(({ mailboxKey: key, why }) => [key, why]));
  for (const { mailboxKey: key, why } of shut) if (why === 'complaint') byKey.set(key, why);
  if (byKey.size === 0) return;
  // In one order, so that two who shut the same ones do not wait for each other.
  const rows = [...byKey].map(([key, why]) => ({ mailboxKey: key, why })).sort(byTheirKey);
  await tx
    .insert(shutMailboxes)
    .values(rows)
    .onConflictDoUpdate({
      target: shutMailboxes.mailboxKey,
      set: { why: sql`excluded.why` },
      setWhere: sql`${shutMailboxes.why} = 'full' or excluded.why = 'complaint'`,
    });
}

const byTheirKey = (one: { mailboxKey: string }, other: { mailboxKey: string }) =>
  one.mailboxKey < other.mailboxKey ? -1 : 1;

/** Shuts those of these mailboxes that were full again and again. */
export async function shutFull(tx: Transaction, keys: string[]): Promise<void> {
  if (keys.length === 0) return;
  const { mailboxKey: key, kind, at } = mailReturns;
  await tx.execute(sql`
    insert into ${shutMailboxes} (mailbox_key, why)
    select ${key}, 'full' from ${mailReturns}
    where ${key} = any(${sql.param(keys)}::text[]) and ${kind} = 'later'
      and ${at} > now() - make_interval(days => ${FULL.within})
    group by ${key} having count(*) >= ${FULL.count} and max(${at}) - min(${at}) >= make_interval(days => ${FULL.days})
    order by ${key} on conflict do nothing`);
}

/** What was full is tried again after a while. */
export async function openFull({ db }: Pick<House, 'db'>): Promise<void> {
  await db
    .delete(shutMailboxes)
    .where(
      sql`${shutMailboxes.why} = 'full' and ${shutMailboxes.since} < now() - make_interval(days => ${FULL_DAYS})`,
    );
}

/**
 * Opens the mailbox of somebody who just showed that they read what comes there, by pressing a link in it. One from which a
 * letter was called spam stays shut, unless they say yes to a group's mail anew (`saysYes`).
 */
export function reopenMailbox(
  tx: Transaction,
  house: Pick<House, 'settings'>,
  address: string | null,
  { saysYes = false } = {},
): void {
  if (address === null) return;
  atCommit(tx, openShut, { key: mailboxKey(house, address), address, saysYes });
}

/** Features above keep of their people that nothing arrives there: `mail_arrives` in the migration `returns`. */
const openShut = prepared(
  (_, { key, address, saysYes }: { key: string; address: string; saysYes: boolean }) => sql`
    with opened as (
      delete from ${shutMailboxes} where mailbox_key = ${key} and (why <> 'complaint' or ${saysYes}::boolean) returning why
    )
    select mail_arrives(${address}::text) from opened`,
);

/** Why nothing goes to an address, and since when; null where mail goes. */
export async function findShutOf(
  { db, ...house }: House,
  address: string | null,
): Promise<Pick<Shut, 'why' | 'since'> | null> {
  if (address === null) return null;
  const [shut] = await db
    .select({ why: shutMailboxes.why, since: shutMailboxes.since })
    .from(shutMailboxes)
    .where(eq(shutMailboxes.mailboxKey, mailboxKey(house, address)));
  return shut ?? null;
}
