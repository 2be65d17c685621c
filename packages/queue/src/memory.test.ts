import { testDatabase } from '@groundwork/database/testing';
import { startRedis } from '@groundwork/live/testing';
import { expect, onTestFinished, test } from 'vitest';
import { openMemory, type Memory } from './memory.ts';
import { openQueue } from './queue.ts';

const HOUR_MS = 3_600_000;

async function ageOfLoss(memory: Memory): Promise<number | null> {
  const loss = await memory.lost();
  return loss && Date.now() - loss.since.getTime();
}

test('an emptied Redis has lost everything, a restarted one its last minutes', async () => {
  const redis = await startRedis();
  onTestFinished(redis.stop);
  const memory = openMemory({ redisUrl: redis.url, databaseUrl: 'postgres://unused' });
  onTestFinished(memory.close);
  expect(await ageOfLoss(memory)).toBeGreaterThan(20 * HOUR_MS);
  await memory.remember();
  expect(await ageOfLoss(memory)).toBeNull();

  await redis.kill();
  await redis.restart();
  await expect.poll(() => ageOfLoss(memory).catch(() => null)).toBeLessThan(HOUR_MS);
  expect(await memory.lost()).toMatchObject({ everything: false });
  await memory.remember();
  expect(await ageOfLoss(memory)).toBeNull();

  await redis.empty();
  expect(await memory.lost()).toMatchObject({ everything: true });
  expect(await ageOfLoss(memory)).toBeGreaterThan(20 * HOUR_MS);
});

test('a queue in PostgreSQL has lost nothing until its schema is gone, as after a restore', async () => {
  const { url, pool, close } = await testDatabase();
  onTestFinished(close);
  const settings = { databaseUrl: url };
  await (await openQueue(settings)).close();
  const memory = openMemory(settings);
  expect(await ageOfLoss(memory)).toBeGreaterThan(20 * HOUR_MS);
  await memory.remember();
  expect(await ageOfLoss(openMemory(settings))).toBeNull();

  await pool.query('DROP SCHEMA queue CASCADE');
  await (await openQueue(settings)).close();
  expect(await ageOfLoss(openMemory(settings))).toBeGreaterThan(20 * HOUR_MS);
});
