import { startWorker } from './queue.ts';

// A worker to be killed in mid-job: it says that it began, and never ends.
const [lock, databaseUrl = '', redisUrl] = process.argv.slice(2);
const stuck = () => {
  process.send?.('began');
  return new Promise<void>(() => {});
};
await startWorker({ databaseUrl, ...(redisUrl && { redisUrl }) }, stuck, { lockMilliseconds: Number(lock) });
