import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { listenTo, type PostgresListener } from '../listening.ts';

const CHANNEL = 'journal';
/** The first of many changes wakes at once; those that follow within this time share the next wake. */
const BREATH_MS = 10;

/**
 * Tells relays that entries are waiting. Call it after the commit and do not wait for it: a lost wake costs a relay's
 * own clock, nothing else. It is not part of record(), because PostgreSQL lets transactions that notify commit only
 * one at a time, each waiting for the disk; here many changes share one wake.
 */
export function wakeRelays(db: Database): void {
  const pending = wakes.get(db);
  if (pending) pending.again = true;
  else void wake(db);
}

const wakes = new WeakMap<Database, { again: boolean }>();

async function wake(db: Database): Promise<void> {
  const pending = { again: true };
  wakes.set(db, pending);
  while (pending.again) {
    pending.again = false;
    await db.execute(sql`select pg_notify(${CHANNEL}, '')`).catch(() => undefined);
    await pause(BREATH_MS);
  }
  wakes.delete(db);
}

/** Calls `wake` whenever entries may be waiting: on a wake, and each time a lost connection is back. */
export function listenToJournal(url: string, wake: () => void): Promise<PostgresListener> {
  return listenTo(CHANNEL, url, { heard: wake, back: wake });
}
