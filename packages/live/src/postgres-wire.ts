import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import type { Ears, Wire } from './live.ts';

const channel = 'groundwork_live';
const heartbeatMs = 15_000;

/** LISTEN and NOTIFY over one connection, opened again with growing pauses whenever it is lost. */
export async function openPostgresWire(url: string, ears: Ears): Promise<Wire> {
  const closing = new AbortController();
  let client: pg.Client | undefined;
  client = await connect(url, ears, lost);

  function lost(dead: pg.Client): void {
    if (dead !== client) return;
    client = undefined;
    hangUp(dead);
    void reconnect();
  }

  async function reconnect(): Promise<void> {
    for (let attempt = 0; !client && !closing.signal.aborted; attempt++) {
      client = await connect(url, ears, lost).catch(() => undefined);
      if (!client) await setTimeout(pauseMs(attempt), undefined, { signal: closing.signal }).catch(() => {});
    }
    if (!client) return;
    if (closing.signal.aborted) hangUp(client);
    else ears.back();
  }

  // A connection that vanished without a word shows no error until something is asked of it.
  const heartbeat = setInterval(() => {
    const asked = client;
    asked?.query('SELECT 1').catch(() => lost(asked));
  }, heartbeatMs);
  heartbeat.unref();

  return {
    async send(payloads) {
      if (!client) throw new Error('The live connection is lost.');
      await client.query(notify, [channel, payloads]);
    },
    async close() {
      closing.abort();
      clearInterval(heartbeat);
      const last = client;
      client = undefined;
      await last?.end();
    },
  };
}

/** One statement for the whole batch, so one commit; notifications keep the order of the rows. */
const notify = `
  SELECT pg_notify($1, payload) FROM unnest($2::text[]) WITH ORDINALITY AS outgoing (payload, position)
  ORDER BY position`;

async function connect(url: string, ears: Ears, lost: (client: pg.Client) => void): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'groundwork live',
    keepAlive: true,
    connectionTimeoutMillis: 20_000,
    query_timeout: 5000,
  });
  client.on('error', () => lost(client));
  client.on('end', () => lost(client));
  client.on('notification', ({ payload = '' }) => ears.heard(payload));
  try {
    await client.connect();
    await client.query(`LISTEN ${channel}`);
    return client;
  } catch (error) {
    hangUp(client);
    throw new Error('Live updates need PostgreSQL, and it does not answer.', { cause: error });
  }
}

function hangUp(client: pg.Client): void {
  client.end().catch(() => {});
}

/** Jitter keeps a hundred processes from coming back in the same instant. */
function pauseMs(attempt: number): number {
  return Math.min(50 * 2 ** attempt, 5000) * (0.5 + Math.random() / 2);
}
