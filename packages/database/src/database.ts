import { plainly } from '@groundwork/patches/plainly';
import { giveUpWhenSilent, SILENCE_MS } from '@groundwork/patches/silence';
import { DrizzleQueryError, type DrizzleConfig } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { readArraysQuickly } from './arrays.ts';
import { casing } from './casing.ts';
import type { Prepared } from './prepared.ts';
export { constraintOf } from './constraint.ts';
export { casing } from './casing.ts';
export { prepared, type Prepared } from './prepared.ts';

/** What asks over one connection while its transaction lasts; there is none within another. */
export type Transaction = Omit<NodePgDatabase, 'transaction'> & { $client: pg.PoolClient };
export type Database = Omit<NodePgDatabase, 'transaction'> & {
  $client: pg.Pool;
  /** Commits when `work` resolves, and rolls back when it rejects. */
  transaction<T>(work: (tx: Transaction) => T | Promise<T>): Promise<T>;
};
export type Queryable = Database | Transaction;
export type Connection = { db: Database; pool: pg.Pool; close(): Promise<void> };

// Counts and sums arrive as int8. They are numbers to everyone here; beyond 2^53 the exact text is kept.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
});
readArraysQuickly();

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
    // What a transaction asks goes out at once, without waiting for the answer to what it asked before.
    pipeline: true,
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
    const waited: Promise<unknown>[] = [];
    riding.set(tx, waited);
    let isLost = false;
    try {
      // Not waited for: it goes out together with the first statement.
      waited.push(settling(client.query('begin')));
      const outcome = await work(tx);
      const [committed] = await Promise.all([client.query('commit'), ...waited]);
      // So the server answers where a statement failed and its failure was not heeded.
      if (committed.command === 'ROLLBACK') throw new Error('A change failed, and went on as if it had not.');
      return outcome;
    } catch (error) {
      await client.query('rollback').catch(() => (isLost = true));
      throw await causeOf(error, waited);
    } finally {
      riding.delete(tx);
      client.release(isLost);
    }
  };
  return Object.assign(drizzle(pool, config), { transaction });
}

/**
 * Runs a prepared statement of a transaction whose outcome nobody needs before the commit: it is waited for there. The server
 * runs it in its place, after what was asked before and before what is asked after it, and if it fails nothing is committed.
 * A prepared one, because that is sent at once: what is sent after the commit would be a change of its own.
 */
export function atCommit<Asked>(tx: Transaction, statement: Prepared<Asked, unknown>, asked: Asked): void {
  const waited = riding.get(tx);
  if (!waited) throw new Error('atCommit() needs a transaction that is under way');
  waited.push(settling(statement(tx, asked)));
}

const riding = new WeakMap<Transaction, Promise<unknown>[]>();

/** Its failure is met where it is waited for. */
function settling<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

/** In a transaction that failed before, the server refuses whatever follows: the first failure says why. */
async function causeOf(error: unknown, waited: Promise<unknown>[]): Promise<unknown> {
  // drizzle wraps what pg says.
  const said: unknown = error instanceof DrizzleQueryError ? error.cause : error;
  if (!(said instanceof pg.DatabaseError && said.code === FAILED_BEFORE)) return error;
  const failed = (await Promise.allSettled(waited)).find(({ status }) => status === 'rejected');
  return failed?.status === 'rejected' ? failed.reason : error;
}

const FAILED_BEFORE = '25P02';

/** Lends a connection for what pg does not do on one that is asked ahead, such as a COPY. */
export async function lendPlain<T>(
  { $client }: Database,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await $client.connect();
  try {
    return await plainly(client, () => work(client));
  } finally {
    client.release();
  }
}

/** A UUIDv7: unique everywhere, and ordered by when it was made. */
export function newId(): string {
  return uuidv7();
}
