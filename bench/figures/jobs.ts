import pg from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import { atLeast, type Bench, type Figure, type Pair } from '../figure.ts';
import { ask, startProgram } from '../programs.ts';
import { openBare, prepare, type Backend, type BareQueue } from '../queues.ts';
import { startRedisOn } from '../redis.ts';
import { openSite, startWorker } from '../site.ts';

/** A new email of no account: its one handler looks at it, and has nothing to do. */
const RECORD = `
  with entries as (
    insert into journal (id, kind) select uuidv7(), 'accounts.email-changed' from generate_series(1, $1) returning id
  ), undelivered as (
    insert into journal_undelivered (entry_id) select id from entries
  )
  select pg_notify('journal', '')`;

export const jobs: Figure = {
  letter: 'j',
  title: 'Jobs through journal, relay, queue and handler, until the last is done',
  async open(bench) {
    const redisUrl = await startRedisOn(bench.stage);
    return [await pairOn(bench, 'PostgreSQL'), await pairOn(bench, 'Redis', redisUrl)];
  },
};

async function pairOn({ stage, databases, sizes }: Bench, name: string, redisUrl?: string): Promise<Pair> {
  const limit = await startProgram(stage, 'bench/limits/jobs.ts', {
    env: { DATABASE_URL: await databases.bare(stage), ...(redisUrl && { REDIS_URL: redisUrl }) },
    ready: null,
  });
  const backend: Backend = { databaseUrl: await databases.fresh(stage), redisUrl };
  await prepare(backend);
  await startWorker(stage, await openSite(stage, backend));
  const client = new pg.Client({ connectionString: backend.databaseUrl });
  await client.connect();
  const queue = openBare('groundwork', backend);
  stage.ending(async () => {
    await queue.close();
    await client.end();
  });
  return {
    name: `jobs that do nothing, queue in ${name}`,
    unit: 'jobs/s',
    lines: [atLeast(0.6)],
    beside: 'BullMQ alone, added in bulk, as many hands',
    warmsUp: true,
    limit: () => ask<number>(limit, { count: sizes.jobs }),
    async ours() {
      const began = performance.now();
      await client.query(RECORD, [sizes.jobs]);
      // Seldom: to count a queue in PostgreSQL is work that the limit has not.
      while (await isBusy(client, queue)) await pause(100);
      return (sizes.jobs / (performance.now() - began)) * 1000;
    },
  };
}

/** In this order: what a relay took is in the queue before it is gone from the journal's list. */
async function isBusy(client: pg.Client, queue: BareQueue): Promise<boolean> {
  const { rows } = await client.query<{ waits: boolean }>(
    'select exists (select from journal_undelivered) as waits',
  );
  if (rows[0]?.waits) return true;
  const counts = await queue.getJobCounts('wait', 'prioritized', 'active', 'delayed', 'failed');
  if (counts.failed) throw new Error(`${counts.failed} jobs failed.`);
  return Object.values(counts).some((count) => count > 0);
}
