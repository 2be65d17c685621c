import { startRedis } from '@groundwork/live/testing';
import { Redis } from 'ioredis';
import { expect, test } from 'vitest';
import { collect, type Driver, describeQueue, insist } from './queue.contract.ts';
import { openQueue, startWorker } from './queue.ts';

describeQueue('redis', overRedis);

test('every job accepted before Redis was killed under load is done', { timeout: 60_000 }, async () => {
  const server = await startRedis();
  const settings = { redisUrl: server.url, databaseUrl: 'postgres://unused' };
  const queue = await openQueue(settings);
  const ids = Array.from({ length: 400 }, (_, position) => `j${position}`);
  for (const [position, id] of ids.entries()) {
    if (position === 150) void server.kill().then(() => server.restart());
    await insist(() => queue.add([{ name: 'n', id, payload: {} }]));
  }
  const { handled, handle } = collect(ids.length);
  const worker = await startWorker(settings, handle);
  expect(new Set((await handled).map(({ id }) => id))).toEqual(new Set(ids));
  await worker.close();
  await queue.close();
  await server.stop();
});

test('a Redis that does not answer gives one sentence', { timeout: 20_000 }, async () => {
  const settings = { databaseUrl: 'postgres://unused', redisUrl: 'redis://:secret@127.0.0.1:1' };
  await expect(openQueue(settings)).rejects.toThrow(
    'The queue needs the Redis server of REDIS_URL, and it does not answer.',
  );
});

async function overRedis(): Promise<Driver> {
  const server = await startRedis();
  const redis = new Redis(server.url);
  return {
    settings: () => ({ redisUrl: server.url, databaseUrl: 'postgres://unused' }),
    async clear() {
      await redis.flushall();
    },
    async cut() {
      await redis.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    },
    async stop() {
      redis.disconnect();
      await server.stop();
    },
  };
}
