import { aLine } from '@groundwork/database/testing/line';
import { startRedis } from '@groundwork/live/testing';
import { expect, onTestFinished, test } from 'vitest';
import { openPulse } from './pulse.ts';

test('a silent connection to Redis is noticed, and the next heartbeat uses a new one', async () => {
  const redis = await startRedis();
  onTestFinished(redis.stop);
  const line = await aLine({ host: '127.0.0.1', port: Number(new URL(redis.url).port) });
  const pulse = openPulse(`redis://127.0.0.1:${line.port}`);
  onTestFinished(() => pulse.close());
  await pulse.beat();
  line.fallSilent();
  await expect(pulse.beat()).rejects.toThrow();
  await expect.poll(() => pulse.beat().catch(() => null), { timeout: 5_000 }).toBe('PONG');
});
