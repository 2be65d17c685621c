import {
  type ConnectionOptions,
  createPostgresBackend,
  type Processor,
  Queue,
  runMigrations,
  Worker,
  type WorkerOptions,
} from 'bullmq';
import { giveUpWhenSilent } from '@groundwork/patches/silence';
import { Redis } from 'ioredis';
import pg from 'pg';

export type QueueSettings = { redisUrl?: string; databaseUrl: string };

/** A queue or worker of BullMQ, whichever server it stands on. */
type Opened = {
  waitUntilReady(): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
};

type Backend = {
  openQueue(): Queue;
  openWorker(processor: Processor, options: Omit<WorkerOptions, 'connection'>): Worker;
};

const queueName = 'groundwork';
const schema = 'queue';
const patienceMs = 5_000;

/**
 * Opens a queue or worker and waits until its server answers. Errors of a connection that is lost later are BullMQ's
 * to heal; `onError` only hears of them.
 */
export async function openBackend<Thing extends Opened>(
  settings: QueueSettings,
  open: (backend: Backend) => Thing,
  onError: (error: Error) => void = () => {},
): Promise<Thing> {
  if (settings.redisUrl) await assertRedisAnswers(settings.redisUrl);
  else await prepareSchema(settings.databaseUrl);
  const thing = open(settings.redisUrl ? onRedis(settings.redisUrl) : onPostgres(settings.databaseUrl));
  thing.on('error', onError);
  await thing.waitUntilReady();
  return thing;
}

function onRedis(url: string): Backend {
  const connection: ConnectionOptions = {
    url,
    connectTimeout: 5000,
    keepAlive: 10_000,
    // A connection that fell silent without an end is opened anew. Longer than a worker waits for a job (10 s).
    socketTimeout: 15_000,
    // BullMQ's own pauses grow to 20 seconds; a restarted Redis should be noticed sooner.
    retryStrategy: (times: number) => Math.min(100 * times, 2000),
  };
  return {
    openQueue: () =>
      new Queue(queueName, {
        // Whoever adds hears within seconds that the server is away, and tries again from the journal.
        connection: { ...connection, maxRetriesPerRequest: 3 },
        streams: { events: noEvents },
      }),
    openWorker: (processor, options) => {
      // Past a million finished jobs the memory of Redis is worth more than a day of remembered ids.
      const removeOnComplete = { age: dayS, count: 1_000_000, limit: 1000 };
      return new Worker(queueName, processor, { ...options, removeOnComplete, connection });
    },
  };
}

/** A queue takes at most 2 connections; a worker at most 3, and one more to listen. */
function onPostgres(connectionString: string): Backend {
  const connection = {
    connectionString,
    schema,
    application_name: 'groundwork queue',
    keepAlive: true,
    connectionTimeoutMillis: patienceMs,
    Client: ImpatientClient,
  };
  return {
    openQueue: () => {
      const opts = { connection: { ...connection, max: 2 }, streams: { events: noEvents } };
      // The backend differs in type only; nothing outside this file reaches for it.
      return new Queue(queueName, opts, createPostgresBackend) as unknown as Queue;
    },
    openWorker: (processor, options) => {
      // No count here: PostgreSQL would rank all finished jobs again each time one finishes.
      const opts = { ...options, removeOnComplete: { age: dayS }, connection: { ...connection, max: 3 } };
      return new Worker(queueName, processor, opts, createPostgresBackend) as unknown as Worker;
    },
  };
}

/** BullMQ makes its own pools, so its clients look after themselves. */
class ImpatientClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.once('connect', () => giveUpWhenSilent(this));
  }
}

const dayS = 86_400;

/** Nobody reads BullMQ's stream of events, so it is kept as short as it goes. */
const noEvents = { maxLen: 1 };

/** BullMQ itself would wait without end, and whoever wrote a wrong address would never hear of it. */
async function assertRedisAnswers(url: string): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true, connectTimeout: patienceMs, retryStrategy: () => null });
  // The same error comes back from connect.
  redis.on('error', () => {});
  try {
    await redis.connect();
  } catch (error) {
    throw new Error('The queue needs the Redis server of REDIS_URL, and it does not answer.', {
      cause: error,
    });
  } finally {
    redis.disconnect();
  }
}

/** Idempotent, and safe when several processes start at once: BullMQ takes an advisory lock. */
async function prepareSchema(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: patienceMs });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    throw new Error('The queue needs PostgreSQL, and it does not answer.', { cause: error });
  }
  try {
    await runMigrations(client, schema);
  } finally {
    await client.end().catch(() => {});
  }
}
