import { testDatabase } from '@groundwork/database/testing';
import { startRedis } from '@groundwork/live/testing';
import { expect, onTestFinished, test } from 'vitest';
import { openLossDetector, type LossDetector } from './loss.ts';
import { openQueue } from './queue.ts';

const HOUR_MS = 3_600_000;

async function ageOfLoss(detector: LossDetector): Promise<number | null> {
  const loss = await detector.findLoss();
  return loss && Date.now() - loss.since.getTime();
}

test('an emptied Redis has lost everything, a restarted one its last minutes', async () => {
  const redis = await startRedis();
  onTestFinished(redis.stop);
  const detector = openLossDetector({ redisUrl: redis.url, databaseUrl: 'postgres://unused' });
  onTestFinished(detector.close);
  expect(await ageOfLoss(detector)).toBeGreaterThan(20 * HOUR_MS);
  await detector.noteRecovered();
  expect(await ageOfLoss(detector)).toBeNull();

  await redis.kill();
  await redis.restart();
  await expect.poll(() => ageOfLoss(detector).catch(() => null)).toBeLessThan(HOUR_MS);
  expect(await detector.findLoss()).toMatchObject({ everything: false });
  await detector.noteRecovered();
  expect(await ageOfLoss(detector)).toBeNull();

  await redis.empty();
  expect(await detector.findLoss()).toMatchObject({ everything: true });
  expect(await ageOfLoss(detector)).toBeGreaterThan(20 * HOUR_MS);
});

test('a queue in PostgreSQL has lost nothing until its schema is gone, as after a restore', async () => {
  const { url, pool, close } = await testDatabase();
  onTestFinished(close);
  const settings = { databaseUrl: url };
  await (await openQueue(settings)).close();
  const detector = openLossDetector(settings);
  expect(await ageOfLoss(detector)).toBeGreaterThan(20 * HOUR_MS);
  await detector.noteRecovered();
  expect(await ageOfLoss(openLossDetector(settings))).toBeNull();

  await pool.query('DROP SCHEMA queue CASCADE');
  await (await openQueue(settings)).close();
  expect(await ageOfLoss(openLossDetector(settings))).toBeGreaterThan(20 * HOUR_MS);
});
