import { createPostgresBackend, Queue, runMigrations, Worker, type Processor } from 'bullmq';
import pg from 'pg';

/** Where jobs rest: in Redis if it is named, else in the schema `queue` of the database. */
export type Backend = { databaseUrl: string; redisUrl?: string | undefined };
/** What BullMQ has over either. */
export type BareQueue = Pick<Queue, 'addBulk' | 'getJobCounts' | 'close'> & Opening;
type BareWorker = Opening & Record<'on' | 'off', (event: 'completed', listener: () => void) => unknown>;
type Opening = { waitUntilReady(): Promise<unknown> };

/** PostgreSQL must have BullMQ's tables first; twice does no harm. */
export async function prepare({ databaseUrl, redisUrl }: Backend): Promise<void> {
  if (redisUrl) return;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await runMigrations(client, 'queue');
  } finally {
    await client.end();
  }
}

/** BullMQ itself, as plainly as it goes. */
export function openBare(name: string, { databaseUrl, redisUrl }: Backend): BareQueue {
  if (redisUrl) return new Queue(name, { connection: { url: redisUrl } });
  const connection = { connectionString: databaseUrl, schema: 'queue' };
  return new Queue(name, { connection }, createPostgresBackend);
}

/** With as many hands as the site's worker has. */
export function workBare(name: string, processor: Processor, { databaseUrl, redisUrl }: Backend): BareWorker {
  const concurrency = 8;
  if (redisUrl) return new Worker(name, processor, { connection: { url: redisUrl }, concurrency });
  const connection = { connectionString: databaseUrl, schema: 'queue' };
  return new Worker(name, processor, { connection, concurrency }, createPostgresBackend);
}
