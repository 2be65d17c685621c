import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import type { Database } from '../database.ts';
import { giveUpWhenSilent } from '../silence.ts';

const CHANNEL = 'journal';
const RECONNECT_MS = 500;
const PATIENCE_MS = 10_000;
/** The first of many changes wakes at once; those that follow within this time share the next wake. */
const BREATH_MS = 10;
/** A connection that only listens says nothing for hours; only asking tells whether it is still there. */
const RHYTHM = { heartbeatMs: 15_000, silenceMs: 5_000 };

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

/**
 * Calls `heard` whenever entries may be waiting: on a wake, and each time a lost connection is back. Rejects when the
 * first connection fails. Returns how to stop listening.
 */
export async function listenToJournal(
  url: string,
  heard: () => void,
  rhythm = RHYTHM,
): Promise<() => Promise<void>> {
  let stopped = false;
  let returning: Promise<void> = Promise.resolve();
  const lost = () => {
    returning = comeBack();
  };
  let client = await listen(url, { heard, lost, rhythm });

  async function comeBack(): Promise<void> {
    while (!stopped) {
      try {
        client = await listen(url, { heard, lost, rhythm });
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

type Ears = { heard: () => void; lost: () => void; rhythm: typeof RHYTHM };

async function listen(url: string, { heard, lost, rhythm }: Ears): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    keepAlive: true,
    connectionTimeoutMillis: PATIENCE_MS,
  });
  client.on('error', () => undefined); // 'end' follows, and says the same.
  client.on('notification', heard);
  try {
    await client.connect();
    giveUpWhenSilent(client, rhythm.silenceMs);
    await client.query(`listen ${CHANNEL}`);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  const heartbeat = setInterval(() => void client.query('select').catch(() => undefined), rhythm.heartbeatMs);
  client.once('end', () => {
    clearInterval(heartbeat);
    lost();
  });
  return client;
}
