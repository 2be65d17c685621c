import { startWorker } from './queue.ts';

// A worker to be killed in mid-job: it says that it began, and never ends.
const [databaseUrl = '', redisUrl] = process.argv.slice(2);
await startWorker({ databaseUrl, ...(redisUrl && { redisUrl }) }, () => {
  process.send?.('began');
  return new Promise(() => {});
});
