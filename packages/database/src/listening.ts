import { giveUpWhenSilent } from '@groundwork/patches/silence';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

export type ListenHandlers = {
  heard(payload: string): void;
  /** A lost connection is back: what was said meanwhile is missed. */
  back(): void;
};

export type PostgresListener = {
  /** Says payloads on the same channel, in their order and in one commit. Rejects while the connection is lost. */
  notify(payloads: string[]): Promise<void>;
  close(): Promise<void>;
};

/** A connection that only listens says nothing for hours; only asking tells whether it is still there. */
const RHYTHM = { heartbeatMs: 15_000, silenceMs: 5_000 };
const PATIENCE_MS = 10_000;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Listens to a channel of PostgreSQL on one connection of its own, which is opened again with growing pauses whenever it is
 * lost. Rejects when the first cannot be opened.
 */
export async function listenTo(
  channel: string,
  url: string,
  handlers: ListenHandlers,
  rhythm = RHYTHM,
): Promise<PostgresListener> {
  const closing = new AbortController();
  const isClosing = () => closing.signal.aborted;
  let returning: Promise<void> = Promise.resolve();
  let client: pg.Client | null = await open();

  async function open(): Promise<pg.Client> {
    const opened = await openClient(channel, url, { handlers, silenceMs: rhythm.silenceMs });
    const heartbeat = setInterval(
      () => void opened.query('select').catch(() => undefined),
      rhythm.heartbeatMs,
    );
    opened.once('end', () => {
      clearInterval(heartbeat);
      client = null;
      returning = comeBack();
    });
    return opened;
  }

  async function comeBack(): Promise<void> {
    for (let attempt = 0; client === null && !isClosing(); attempt++) {
      client = await open().catch(() => null);
      if (client === null)
        await pause(pauseMs(attempt), undefined, { signal: closing.signal }).catch(() => undefined);
      else if (!isClosing()) handlers.back();
    }
  }

  return {
    async notify(payloads) {
      if (!client) throw new Error('The connection to PostgreSQL is lost.');
      await client.query(NOTIFY, [channel, payloads]);
    },
    async close() {
      closing.abort();
      await returning;
      await client?.end();
    },
  };
}

/** Notifications keep the order of the rows. */
const NOTIFY = `
  select pg_notify($1, payload) from unnest($2::text[]) with ordinality as outgoing (payload, position)
  order by position`;

type Opening = { handlers: ListenHandlers; silenceMs: number };

async function openClient(
  channel: string,
  url: string,
  { handlers, silenceMs }: Opening,
): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: `listens to ${channel}`,
    keepAlive: true,
    connectionTimeoutMillis: PATIENCE_MS,
  });
  client.on('error', () => undefined); // 'end' follows, and says the same.
  client.on('notification', ({ payload = '' }) => handlers.heard(payload));
  try {
    await client.connect();
    giveUpWhenSilent(client, silenceMs);
    // What is said here outlives no crash anyway: saying it waits for no disk.
    await client.query('set synchronous_commit = off');
    await client.query(`listen ${channel}`);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

/** Jitter keeps a hundred processes from coming back in the same instant. */
function pauseMs(attempt: number): number {
  return Math.min(50 * 2 ** attempt, LONGEST_PAUSE_MS) * (0.5 + Math.random() / 2);
}
