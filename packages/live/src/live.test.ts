import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '@groundwork/database/testing';
import { Redis } from 'ioredis';
import { type Live, type LiveEvent, type LiveSettings, openLive } from './live.ts';
import { startRedis } from './testing.ts';

type Driver = { settings: LiveSettings; cut(): Promise<void>; stop(): Promise<void> };

describe.each([
  ['postgresql', overPostgres],
  ['redis', overRedis],
] as const)('live over %s', (_name, start) => {
  let driver: Driver;
  const opened: Live[] = [];

  beforeAll(async () => {
    driver = await start();
  });
  afterAll(() => driver.stop());
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((live) => live.close()));
  });

  async function open(): Promise<Live> {
    const live = await openLive(driver.settings);
    opened.push(live);
    return live;
  }

  test('an event reaches every subscriber in every process, the publisher included', async () => {
    const [here, there] = [await open(), await open()];
    const heard = Promise.all([next(here, 'channel:1'), next(there, 'channel:1'), next(there, 'channel:1')]);
    await here.publish({ topic: 'channel:1', id: 'm1', kind: 'messaging.sent' });
    const event = { topic: 'channel:1', id: 'm1', kind: 'messaging.sent' };
    expect(await heard).toEqual([event, event, event]);
  });

  test('the process that publishes hears it at once, and once', async () => {
    const [here, there] = [await open(), await open()];
    const heard: string[] = [];
    here.subscribe('channel:1', ({ id }) => heard.push(id));
    const round = next(here, 'channel:2');
    const sent = here.publish({ topic: 'channel:1', id: 'm1', kind: 'k' });
    expect(heard).toEqual(['m1']);
    await sent;
    await there.publish({ topic: 'channel:2', id: 'm2', kind: 'k' });
    await round;
    expect(heard).toEqual(['m1']);
  });

  test('a listener that unsubscribed hears nothing more, and the others still do', async () => {
    const live = await open();
    const gone: LiveEvent[] = [];
    const unsubscribe = live.subscribe('channel:1', (event) => gone.push(event));
    unsubscribe();
    const heard = next(live, 'channel:1');
    await live.publish({ topic: 'channel:1', id: 'm1', kind: 'k' });
    await heard;
    expect(gone).toEqual([]);
  });

  test('nothing of another topic is heard', async () => {
    const [here, there] = [await open(), await open()];
    const wrong: LiveEvent[] = [];
    there.subscribe('channel:1', (event) => wrong.push(event));
    const heard = next(there, 'channel:10');
    await here.publish({ topic: 'channel:2', id: 'm1', kind: 'k' });
    await here.publish({ topic: 'channel:10', id: 'm2', kind: 'k' });
    await heard;
    expect(wrong).toEqual([]);
  });

  test('events of one publisher arrive in their order, waited for or not', async () => {
    const [here, there] = [await open(), await open()];
    const ids = Array.from({ length: 1000 }, (_, position) => `m${position}`);
    const heard = many(there, 'channel:1', ids.length);
    for (const id of ids.slice(0, 20)) await here.publish({ topic: 'channel:1', id, kind: 'k' });
    await Promise.all(ids.slice(20).map((id) => here.publish({ topic: 'channel:1', id, kind: 'k' })));
    expect((await heard).map((event) => event.id)).toEqual(ids);
  });

  test('a listener that throws does not keep the event from the next one', async () => {
    const live = await open();
    const warned = once(process, 'warning');
    live.subscribe('channel:1', () => {
      throw new Error('a broken socket');
    });
    const heard = next(live, 'channel:1');
    await live.publish({ topic: 'channel:1', id: 'm1', kind: 'k' });
    expect(await heard).toMatchObject({ id: 'm1' });
    expect(await warned).toMatchObject([{ message: 'a broken socket' }]);
  });

  test('a process whose connection was cut is told of the gap, and hears again', async () => {
    const [here, there] = [await open(), await open()];
    const gap = Promise.all([gapOf(here), gapOf(there)]);
    await driver.cut();
    await gap;
    const heard = next(there, 'channel:1');
    await here.publish({ topic: 'channel:1', id: 'm1', kind: 'k' });
    expect(await heard).toMatchObject({ id: 'm1' });
  });

  test('an event published around a cut arrives, or the gap is told', async () => {
    const [here, there] = [await open(), await open()];
    const outcome = Promise.race([many(there, 'channel:1', 50), gapOf(there)]);
    const cut = driver.cut();
    const ids = Array.from({ length: 50 }, (_, position) => `m${position}`);
    await Promise.all(ids.map((id) => here.publish({ topic: 'channel:1', id, kind: 'k' })));
    await Promise.all([cut, outcome]);
  });

  test('an event too large for the wire is refused', async () => {
    const live = await open();
    await expect(live.publish({ topic: 'channel:1', id: 'é'.repeat(4000), kind: 'k' })).rejects.toThrow(
      RangeError,
    );
  });

  test('a published event is sent before closing', async () => {
    const [here, there] = [await open(), await open()];
    const heard = next(there, 'channel:1');
    void here.publish({ topic: 'channel:1', id: 'm1', kind: 'k' });
    await here.close();
    expect(await heard).toMatchObject({ id: 'm1' });
  });
});

test('Redis killed and started again is heard again, after a gap', async () => {
  const server = await startRedis();
  const live = await openLive({ redisUrl: server.url, databaseUrl: 'postgres://unused' });
  const gap = gapOf(live);
  await server.kill();
  const heard = next(live, 'channel:1');
  await live.publish({ topic: 'channel:1', id: 'm0', kind: 'k' });
  await server.restart();
  await gap;
  await live.publish({ topic: 'channel:1', id: 'm1', kind: 'k' });
  expect((await heard)?.id).toMatch(/^m[01]$/);
  await live.close();
  await server.stop();
});

test('a server that does not answer is one sentence', async () => {
  const nowhere = { databaseUrl: 'postgres://127.0.0.1:1/x' };
  await expect(openLive(nowhere)).rejects.toThrow('Live updates need PostgreSQL, and it does not answer.');
  await expect(openLive({ ...nowhere, redisUrl: 'redis://127.0.0.1:1' })).rejects.toThrow(
    'Live updates need the Redis server of REDIS_URL, and it does not answer.',
  );
});

async function overPostgres(): Promise<Driver> {
  const database = await testDatabase();
  return {
    settings: { databaseUrl: database.url },
    async cut() {
      await database.pool.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE application_name = 'listens to groundwork_live' AND datname = current_database()`,
      );
    },
    stop: database.close,
  };
}

async function overRedis(): Promise<Driver> {
  const server = await startRedis();
  return {
    settings: { redisUrl: server.url, databaseUrl: 'postgres://unused' },
    async cut() {
      const redis = new Redis(server.url);
      await redis.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
      await redis.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
      redis.disconnect();
    },
    stop: server.stop,
  };
}

async function next(live: Live, topic: string): Promise<LiveEvent | undefined> {
  return (await many(live, topic, 1))[0];
}

function many(live: Live, topic: string, count: number): Promise<LiveEvent[]> {
  return new Promise((resolve) => {
    const heard: LiveEvent[] = [];
    const unsubscribe = live.subscribe(topic, (event) => {
      heard.push(event);
      if (heard.length < count) return;
      unsubscribe();
      resolve(heard);
    });
  });
}

function gapOf(live: Live): Promise<void> {
  return new Promise((resolve) => {
    const forget = live.onGap(() => {
      forget();
      resolve();
    });
  });
}
