import { aMessage, aTalk } from '@groundwork/features/messaging/fixtures';
import { aSite } from '@groundwork/features/testing';
import { startRedis, type TestRedis } from '@groundwork/live/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aProcess, type TestListener } from './testing.ts';

describe.each(['postgresql', 'redis'] as const)('two api processes over %s', (driver) => {
  let redis: TestRedis | undefined;
  beforeAll(async () => {
    if (driver === 'redis') redis = await startRedis();
  });
  afterAll(() => redis?.stop());

  test('hear each other, once and in order', async () => {
    const site = await aSite();
    const { general, organizer, member } = await aTalk(site);
    const [here, there] = [await aProcess(site, redis?.url), await aProcess(site, redis?.url)];
    const listeners = [await here.open(member), await there.open(organizer)];
    await Promise.all(listeners.map((listener) => listener.subscribe(general.id)));
    for (let n = 0; n < 10; n++)
      await aMessage(n % 2 ? here : there, { by: organizer, channelId: general.id });
    for (const listener of listeners) {
      await listener.until(() => listener.seqs().length === 10);
      expect(listener.seqs()).toEqual(upTo(10));
    }
  });

  test('leave no hole and no double for a reader who drops and resumes while 50 write', async () => {
    const site = await aSite();
    const { general, organizer, member } = await aTalk(site);
    const processes = [await aProcess(site, redis?.url), await aProcess(site, redis?.url)] as const;
    const steady = await processes[0].open(member);
    await steady.subscribe(general.id, { after: 0 });
    const seen: number[] = [];
    const reading = readWithDrops((turn) => processes[turn % 2 ? 1 : 0].open(member), general.id, seen, 200);
    const writing = Array.from({ length: 50 }, async (_, sender) => {
      for (let n = 0; n < 4; n++) {
        await aMessage(processes[sender % 2 ? 1 : 0], { by: organizer, channelId: general.id });
      }
    });
    await Promise.all([...writing, reading]);
    await steady.until(() => steady.seqs().length >= 200);
    expect(steady.seqs()).toEqual(upTo(200));
    expect(seen).toEqual(upTo(200));
  });
});

test('a process whose line to the others was cut makes up for what it missed', async () => {
  const redis = await startRedis();
  const site = await aSite();
  const { general, organizer, member } = await aTalk(site);
  const [here, there] = [await aProcess(site, redis.url), await aProcess(site, redis.url)];
  const listener = await there.open(member);
  await listener.subscribe(general.id);
  await redis.kill();
  await aMessage(here, { by: organizer, channelId: general.id });
  await redis.restart();
  await listener.until(() => listener.seqs().length === 1);
  await redis.stop();
});

/** Hangs up after a few messages, again and again, and resumes after the last one seen. */
async function readWithDrops(
  open: (turn: number) => Promise<TestListener>,
  channelId: string,
  seen: number[],
  count: number,
) {
  for (let turn = 0; seen.length < count; turn++) {
    const listener = await open(turn);
    listener.say({ subscribe: `channel:${channelId}`, after: seen.at(-1) ?? 0 });
    const enough = Math.min(7, count - seen.length);
    await listener.until(() => listener.seqs().length >= enough);
    listener.close();
    seen.push(...listener.seqs());
  }
}

function upTo(count: number) {
  return Array.from({ length: count }, (_, n) => n + 1);
}
