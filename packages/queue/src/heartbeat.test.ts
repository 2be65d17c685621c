import { aProxy } from '@groundwork/database/testing/proxy';
import { startRedis } from '@groundwork/live/testing';
import { expect, onTestFinished, test } from 'vitest';
import { openQueueHeartbeat } from './heartbeat.ts';

test('a silent connection to Redis is noticed, and the next heartbeat uses a new one', async () => {
  const redis = await startRedis();
  onTestFinished(redis.stop);
  const proxy = await aProxy({ host: '127.0.0.1', port: Number(new URL(redis.url).port) });
  const heartbeat = openQueueHeartbeat(`redis://127.0.0.1:${proxy.port}`);
  onTestFinished(() => heartbeat.close());
  await heartbeat.beat();
  proxy.fallSilent();
  await expect(heartbeat.beat()).rejects.toThrow();
  await expect.poll(() => heartbeat.beat().catch(() => null), { timeout: 5_000 }).toBe('PONG');
});
