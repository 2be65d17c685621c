import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
export { kept, keptByShape, keptSql } from './kept.ts';
import { giveUpWhenSilent, SILENCE_MS } from './silence.ts';

export type Database = NodePgDatabase & { $client: pg.Pool };
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];
export type Queryable = Database | Transaction;
export type Connection = { db: Database; pool: pg.Pool; close(): Promise<void> };

/** How drizzle and drizzle-kit turn `firstName` into `first_name`; the two must say the same. */
export const casing = 'snake_case';

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
  return { db: drizzle(pool, { casing }), pool, close: () => pool.end() };
}

/** A UUIDv7: unique everywhere, and ordered by when it was made. */
export function newId(): string {
  return uuidv7();
}
