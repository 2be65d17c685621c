import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import type { Database } from '../database.ts';

const CHANNEL = 'journal';
const RECONNECT_MS = 500;

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
  }
  wakes.delete(db);
}

/**
 * Calls `heard` whenever entries may be waiting: on a wake, and each time a lost connection is back. Rejects when the
 * first connection fails. Returns how to stop listening.
 */
export async function listenToJournal(url: string, heard: () => void): Promise<() => Promise<void>> {
  let stopped = false;
  let returning: Promise<void> = Promise.resolve();
  const lost = () => {
    returning = comeBack();
  };
  let client = await listen(url, heard, lost);

  async function comeBack(): Promise<void> {
    while (!stopped) {
      try {
        client = await listen(url, heard, lost);
        heard();
        return;
      } catch {
        await pause(RECONNECT_MS);
      }
    }
  }
  return async () => {
    stopped = true;
    await returning;
    await client.end();
  };
}

async function listen(url: string, heard: () => void, lost: () => void): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, keepAlive: true });
  client.on('error', () => undefined); // 'end' follows, and says the same.
  client.on('notification', heard);
  try {
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  client.once('end', lost);
  return client;
}
