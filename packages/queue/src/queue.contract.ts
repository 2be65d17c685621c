import { fork } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type HandledJob,
  openQueue,
  type Queue,
  type QueueSettings,
  startWorker,
  type WorkerOptions,
} from './queue.ts';

export type Driver = {
  settings(): QueueSettings;
  /** An empty queue. */
  clear(): Promise<void>;
  /** Every connection to the server is cut. */
  cut(): Promise<void>;
  stop(): Promise<void>;
};

/** What a queue promises, whichever server it stands on. */
export function describeQueue(name: string, start: () => Promise<Driver>): void {
  describe(`queue on ${name}`, () => {
    let driver: Driver;
    let queue: Queue;
    const workers: { close(): Promise<void> }[] = [];

    beforeAll(async () => {
      driver = await start();
    });
    beforeEach(async () => {
      await driver.clear();
      queue = await openQueue(driver.settings());
    });
    afterEach(async () => {
      await Promise.all(workers.splice(0).map((worker) => worker.close()));
      await queue.close();
    });
    afterAll(() => driver.stop());

    async function work(handle: (job: HandledJob) => Promise<void>, options?: WorkerOptions) {
      const worker = await startWorker(driver.settings(), handle, options);
      workers.push(worker);
      return worker;
    }

    test('what is added is handled, with its name, id and payload', async () => {
      const { handled, handle } = collect(1);
      await work(handle);
      const payload = { groupId: 'g1', count: 3, final: true, nothing: null };
      await queue.add([{ name: 'groups.greet', id: 'g1:greet', payload }]);
      expect(await handled).toEqual([{ name: 'groups.greet', id: 'g1:greet', payload, attempt: 1 }]);
    });

    test('any id comes back as it went in', async () => {
      const ids = ['42', 'a:b', 'meta', 'ñ/ü %:', '0197-uuid', 'a:b:c:d'];
      const { handled, handle } = collect(ids.length);
      await work(handle);
      await queue.add(ids.map((id) => ({ name: 'n', id, payload: {} })));
      expect((await handled).map((job) => job.id).toSorted()).toEqual(ids.toSorted());
    });

    test('the same id is done once: in one batch, again while waiting, and again when done', async () => {
      const job = { name: 'n', id: 'same', payload: {} };
      await queue.add([job, job]);
      await queue.add([job]);
      const { handled, handle } = collect(2);
      const worker = await work(handle);
      await queue.add([job, { name: 'last', payload: {} }]);
      expect((await handled).map(({ name }) => name)).toEqual(['n', 'last']);
      await queue.add([job]);
      expect(await queue.counts()).toMatchObject({ waiting: 0, delayed: 0 });
      await worker.close();
      expect(await queue.counts()).toMatchObject({ completed: 2, failed: 0, active: 0 });
    });

    test('jobs without an id are each done', async () => {
      const { handled, handle } = collect(3);
      await work(handle);
      await queue.add([1, 2, 3].map((count) => ({ name: 'n', payload: { count } })));
      expect(new Set((await handled).map(({ id }) => id)).size).toBe(3);
    });

    test('a job for later waits until then, and one for the past does not', async () => {
      const { handled, handle } = collect(2);
      await work(handle);
      const runAt = new Date(Date.now() + 1200);
      await queue.add([
        { name: 'later', payload: {}, runAt },
        { name: 'now', payload: {}, runAt: new Date(0) },
      ]);
      expect(await queue.counts()).toMatchObject({ delayed: 1 });
      expect((await handled).map(({ name }) => name)).toEqual(['now', 'later']);
      expect(Date.now()).toBeGreaterThanOrEqual(runAt.getTime());
    });

    test('how long the next job has waited is known, and one that is tried again does not count', async () => {
      expect(await queue.oldestSeconds()).toBeNull();
      const tomorrow = new Date(Date.now() + 86_400_000);
      await queue.add([{ name: 'later', payload: {}, runAt: tomorrow }]);
      expect(await queue.oldestSeconds()).toBeNull();
      await queue.add([{ name: 'first', payload: {} }]);
      await expect.poll(() => queue.oldestSeconds(), { timeout: 3_000 }).toBeGreaterThan(0.3);
      await queue.add([{ name: 'second', payload: {} }]);
      expect(await queue.oldestSeconds()).toBeGreaterThan(0.3);

      const gate = aGate();
      const begun = collect(2);
      await work(
        async (job) => {
          await begun.handle(job);
          await gate.opened;
          throw new Error('again');
        },
        { concurrency: 2 },
      );
      await begun.handled;
      expect(await queue.oldestSeconds()).toBeNull();
      gate.open();
      await expect.poll(() => queue.counts(), { timeout: 5_000 }).toMatchObject({ active: 0 });
      expect(await queue.oldestSeconds()).toBeNull();
    });

    test('a removed job is not done, and its id is free again', async () => {
      const tomorrow = new Date(Date.now() + 86_400_000);
      await queue.add([{ name: 'old', id: 'reminder', payload: {}, runAt: tomorrow }]);
      await queue.remove('reminder');
      await queue.remove('never-was');
      expect(await queue.counts()).toMatchObject({ delayed: 0 });
      const { handled, handle } = collect(1);
      await work(handle);
      await queue.add([{ name: 'new', id: 'reminder', payload: {} }]);
      expect((await handled)[0]?.name).toBe('new');
    });

    test('a job to forget is tried once, and its id is free as soon as it is over', async () => {
      const { handled, handle } = collect(3);
      await work(async (job) => {
        await handle(job);
        throw new Error('not now');
      });
      for (const count of [1, 2, 3]) {
        await queue.add([{ name: 'n', id: 'same', payload: { count }, isForgotten: true }]);
        await expect
          .poll(() => queue.counts())
          .toMatchObject({ waiting: 0, active: 0, failed: 0, delayed: 0 });
      }
      expect((await handled).map(({ payload }) => payload.count)).toEqual([1, 2, 3]);
    });

    test('a running job is not removed', async () => {
      const gate = aGate();
      const { handled, handle } = collect(1);
      const worker = await work(async (job) => {
        await handle(job);
        await gate.opened;
      });
      await queue.add([{ name: 'n', id: 'running', payload: {} }]);
      await handled;
      await queue.remove('running');
      gate.open();
      await worker.close();
      expect(await queue.counts()).toMatchObject({ completed: 1 });
    });

    test('what failed is tried again after a pause', async () => {
      const { handled, handle } = collect(2);
      const times: number[] = [];
      await work(async (job) => {
        times.push(Date.now());
        await handle(job);
        if (job.attempt === 1) throw new Error('not yet');
      });
      await queue.add([{ name: 'n', payload: {} }]);
      expect((await handled).map(({ attempt }) => attempt)).toEqual([1, 2]);
      expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(700);
    });

    test('what fails each time stays failed, and each failure is told', async () => {
      const failures: [string, number, string][] = [];
      const noticed = aGate();
      await work(() => Promise.reject(new TypeError('ada@example.org is unknown')), {
        attempts: 2,
        onFailed({ id, attempt }, error) {
          failures.push([id, attempt, error.message]);
          if (attempt === 2) noticed.open();
        },
      });
      await queue.add([{ name: 'n', id: 'bad', payload: {} }]);
      await noticed.opened;
      const message = 'ada@example.org is unknown';
      expect(failures).toEqual([
        ['bad', 1, message],
        ['bad', 2, message],
      ]);
      expect(await queue.counts()).toMatchObject({ failed: 1, waiting: 0, delayed: 0 });
    });

    test(
      'the job of a killed worker is taken over when its lock has run out',
      { timeout: 40_000 },
      async () => {
        const { databaseUrl, redisUrl } = driver.settings();
        const lockMilliseconds = 1_000;
        const program = new URL('stuck-worker.fixture.ts', import.meta.url);
        const child = fork(program, [String(lockMilliseconds), databaseUrl, ...(redisUrl ? [redisUrl] : [])]);
        await queue.add([{ name: 'n', id: 'taken', payload: {} }]);
        await once(child, 'message');
        child.kill('SIGKILL');
        await once(child, 'exit');
        const killedAt = Date.now();
        const { handled, handle } = collect(1);
        await work(handle, { lockMilliseconds });
        expect(await handled).toMatchObject([{ id: 'taken', attempt: 1 }]);
        expect(Date.now() - killedAt).toBeLessThan(20_000);
      },
    );

    test('closing waits for the running job and takes no other', async () => {
      const gate = aGate();
      const begun = collect(1);
      const ended: string[] = [];
      const worker = await work(
        async (job) => {
          await begun.handle(job);
          await gate.opened;
          ended.push(job.id);
        },
        { concurrency: 1 },
      );
      await queue.add([
        { name: 'n', id: 'first', payload: {} },
        { name: 'n', id: 'second', payload: {} },
      ]);
      await begun.handled;
      const closed = worker.close();
      gate.open();
      await closed;
      expect(ended).toEqual(['first']);
      expect(await queue.counts()).toMatchObject({ completed: 1, waiting: 1, active: 0 });
    });

    test('queue and worker go on after their connections were cut', { timeout: 40_000 }, async () => {
      const ids = Array.from({ length: 200 }, (_, position) => `j${position}`);
      const done = new Set<string>();
      const all = aGate();
      const handle = async ({ id }: HandledJob) => {
        done.add(id);
        if (done.size === ids.length) all.open();
      };
      // What was under way is taken up again when its lock has run out.
      await work(handle, { lockMilliseconds: 1_000 });
      for (const [position, id] of ids.entries()) {
        await insist(() => queue.add([{ name: 'n', id, payload: {} }]));
        if (position === 50 || position === 120) await driver.cut();
      }
      await all.opened;
      expect(done.size).toBe(ids.length);
    });
  });
}

/** Adds again until it is accepted, as the relay of the journal does. */
export async function insist(add: () => Promise<void>): Promise<void> {
  for (let left = 50; ; left--) {
    try {
      return await add();
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

export function collect(count: number) {
  const jobs: HandledJob[] = [];
  const gate = aGate();
  return {
    handled: gate.opened.then(() => jobs),
    async handle(job: HandledJob) {
      jobs.push(job);
      if (jobs.length === count) gate.open();
    },
  };
}

function aGate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: () => resolve() };
}
