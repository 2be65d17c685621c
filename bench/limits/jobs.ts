import { answerTasks } from '../load/tasks.ts';
import { openBare, prepare, workBare } from '../queues.ts';

/** The limit of jobs: BullMQ adds as many as it is told, in bulk, and does nothing in each. */
const { DATABASE_URL: databaseUrl = '', REDIS_URL: redisUrl } = process.env;
const backend = { databaseUrl, redisUrl };
const BULK = 1_000;

await prepare(backend);
const queue = openBare('limit', backend);
const worker = workBare('limit', async () => {}, backend);
await Promise.all([queue.waitUntilReady(), worker.waitUntilReady()]);

/** Resolves to jobs a second, from the first added to the last done. */
answerTasks(async ({ count }: { count: number }): Promise<number> => {
  let doneCount = 0;
  const allDone = new Promise<void>((resolve) => {
    const hear = () => {
      doneCount += 1;
      if (doneCount < count) return;
      worker.off('completed', hear);
      resolve();
    };
    worker.on('completed', hear);
  });
  const began = performance.now();
  for (let from = 0; from < count; from += BULK) {
    const jobs = Array.from({ length: Math.min(BULK, count - from) }, (_, n) => ({
      name: 'nothing',
      data: { n: from + n },
    }));
    await queue.addBulk(jobs);
  }
  await allDone;
  return (count / (performance.now() - began)) * 1000;
});
