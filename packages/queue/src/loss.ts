import { Redis } from 'ioredis';
import pg from 'pg';
import type { QueueSettings } from './backend.ts';

/** `everything`: it knows nothing of before. Otherwise it was started again, and may lack its last moments. */
export type Loss = { since: Date; everything: boolean };

/** Whether the server of the queue still knows what it was given. */
export type LossDetector = {
  /**
   * What was added since then may be missing; null when nothing is. Redis forgets everything when it is emptied or
   * replaced, and its last second when the power fails or a replica takes over. A PostgreSQL queue is as durable as the
   * rest, but is not part of a backup. The answer stays the same until `noteRecovered`.
   */
  findLoss(): Promise<Loss | null>;
  /** What was missing has been added again. */
  noteRecovered(): Promise<void>;
  close(): Promise<void>;
};

/** A job lives for about an hour and a half of retries, and may have waited for a worker before. */
const EVERYTHING_MS = 86_400_000;
/** What a server loses by stopping suddenly, with much to spare. */
const TAIL_MS = 600_000;
const PATIENCE_MS = 5_000;
const MARK = 'groundwork:remembers';

/** Opens no connection before the first question. */
export function openLossDetector({ redisUrl, databaseUrl }: QueueSettings): LossDetector {
  return redisUrl ? inRedis(redisUrl) : inPostgres(databaseUrl);
}

/** The mark is the number of the server's run, which is another after each restart and on each other server. */
function inRedis(url: string): LossDetector {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: PATIENCE_MS,
    commandTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    maxRetriesPerRequest: 1,
    retryStrategy: (times) => Math.min(100 * times, 2_000),
    connectionName: 'groundwork-loss',
  });
  // Each loss is healed by the retries; the question that meets it rejects.
  redis.on('error', () => {});
  let run = '';
  return {
    async findLoss() {
      const [known, about] = await Promise.all([redis.get(MARK), redis.info('server')]);
      run = /^run_id:(\w+)/m.exec(about)?.[1] ?? 'unknown';
      if (known === run) return null;
      return known === null ? everything() : { since: ago(TAIL_MS), everything: false };
    },
    async noteRecovered() {
      await redis.set(MARK, run);
    },
    close: async () => redis.disconnect(),
  };
}

/** The mark is the comment of the queue's schema: it goes where the schema goes. */
function inPostgres(connectionString: string): LossDetector {
  async function ask(statement: string) {
    const client = new pg.Client({
      connectionString,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
    });
    client.on('error', () => {});
    try {
      await client.connect();
      return (await client.query<{ mark: string | null }>(statement)).rows[0]?.mark ?? null;
    } finally {
      void client.end().catch(() => {});
    }
  }
  // It can only be gone with the database, so it is looked for once.
  let isKnown = false;
  return {
    async findLoss() {
      if (isKnown) return null;
      const mark = await ask(`SELECT obj_description(to_regnamespace('queue'), 'pg_namespace') AS mark`);
      isKnown = mark === MARK;
      return isKnown ? null : everything();
    },
    async noteRecovered() {
      await ask(`COMMENT ON SCHEMA queue IS '${MARK}'`);
    },
    close: async () => {},
  };
}

function everything(): Loss {
  return { since: ago(EVERYTHING_MS), everything: true };
}

function ago(milliseconds: number): Date {
  return new Date(Date.now() - milliseconds);
}
