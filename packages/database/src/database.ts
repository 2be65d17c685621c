import { giveUpWhenSilent, SILENCE_MS } from '@groundwork/patches/silence';
import { sql, type DrizzleConfig } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { casing } from './casing.ts';
export { constraintOf } from './constraint.ts';
export { casing } from './casing.ts';
export { prepared } from './prepared.ts';

/** What asks over one connection while its transaction lasts; there is none within another. */
export type Transaction = Omit<NodePgDatabase, 'transaction'> & { $client: pg.PoolClient };
export type Database = Omit<NodePgDatabase, 'transaction'> & {
  $client: pg.Pool;
  /** Commits when `work` resolves, and rolls back when it rejects. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
};
export type Queryable = Database | Transaction;
export type Connection = { db: Database; pool: pg.Pool; close(): Promise<void> };

// Counts and sums arrive as int8. They are numbers to everyone here; beyond 2^53 the exact text is kept.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
});

/** How long a query waits for a free connection before it is refused: a busy site says so instead of hanging. */
const PATIENCE_MS = 10_000;

type PoolOptions = {
  max?: number;
  /** For how long the server may say nothing before its connection is given up. */
  silenceMs?: number;
};

/** A pool of at most `max` connections; none is opened before the first query. */
export function connect(url: string, { max = 10, silenceMs = SILENCE_MS }: PoolOptions = {}): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: PATIENCE_MS,
    keepAlive: true,
  });
  // A connection that breaks is replaced by the pool, and the query that meets it says so. Without listeners the
  // process would end here: the pool hears of idle connections, a transaction's own client of one in use.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    giveUpWhenSilent(client, silenceMs);
  });
  return { db: databaseOver(pool), pool, close: () => pool.end() };
}

/** `logger` is told each statement that drizzle writes. */
export function databaseOver(pool: pg.Pool, options: Pick<DrizzleConfig, 'logger'> = {}): Database {
  const config = { casing, ...options } as const;
  // One for each connection rather than for each transaction: what is prepared on it is prepared once.
  const opened = new WeakMap<pg.PoolClient, Transaction>();
  const openOn = (client: pg.PoolClient) => {
    const tx = opened.get(client) ?? drizzle(client, config);
    opened.set(client, tx);
    return tx;
  };
  const transaction: Database['transaction'] = async (work) => {
    const client = await pool.connect();
    const tx = openOn(client);
    let isLost = false;
    try {
      await tx.execute(sql`begin`);
      const outcome = await work(tx);
      await tx.execute(sql`commit`);
      return outcome;
    } catch (error) {
      await tx.execute(sql`rollback`).catch(() => (isLost = true));
      throw error;
    } finally {
      client.release(isLost);
    }
  };
  return Object.assign(drizzle(pool, config), { transaction });
}

/** A UUIDv7: unique everywhere, and ordered by when it was made. */
export function newId(): string {
  return uuidv7();
}
