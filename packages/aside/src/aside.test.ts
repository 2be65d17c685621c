import { expect, test, vi } from 'vitest';
import { AsideBusy, AsideLost, openAside } from './aside.ts';

const BOUNDS = { memory: 64, waiting: 2, patience: 20_000, idle: 60_000 };
const anAside = (bounds = {}) =>
  openAside<(asked: Asked) => Promise<number>>(new URL('./testing/worker.ts', import.meta.url), {
    ...BOUNDS,
    ...bounds,
  });
type Asked = { do: 'pid' | 'fail' | 'die' | 'hang' | 'fill' | 'secrets' };

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('work is done in one other process, which stays for the next', async () => {
  const ask = anAside();
  const pid = await ask({ do: 'pid' });
  expect(pid).not.toBe(process.pid);
  expect(await ask({ do: 'pid' })).toBe(pid);
});

test('an error thrown by the work comes back, and the process goes on', async () => {
  const ask = anAside();
  const pid = await ask({ do: 'pid' });
  await expect(ask({ do: 'fail' })).rejects.toThrow('not like this');
  expect(await ask({ do: 'pid' })).toBe(pid);
});

test.each(['die', 'fill'] as const)(
  'work that must %s takes its process along and nobody else’s work',
  async (how) => {
    const ask = anAside();
    const [first, second, third] = await Promise.allSettled([
      ask({ do: 'pid' }),
      ask({ do: how }),
      ask({ do: 'pid' }),
    ]);
    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({ status: 'rejected', reason: expect.any(AsideLost) });
    expect(third.status).toBe('fulfilled');
  },
);

test('work that never ends is ended', async () => {
  const ask = anAside({ patience: 500 });
  await expect(ask({ do: 'hang' })).rejects.toThrow(AsideLost);
});

test('work that comes when enough waits is refused at once, and the other work is done', async () => {
  const ask = anAside();
  const asked = Array.from({ length: 5 }, () => ask({ do: 'pid' }));
  const outcomes = await Promise.allSettled(asked);
  expect(outcomes.map(({ status }) => status)).toEqual([
    ...['fulfilled', 'fulfilled', 'fulfilled'],
    ...['rejected', 'rejected'],
  ]);
  expect(outcomes[4]).toMatchObject({ reason: expect.any(AsideBusy) });
});

test('a process that nobody needs ends, and the next piece of work starts another', async () => {
  const ask = anAside({ idle: 10 });
  const pid = await ask({ do: 'pid' });
  await vi.waitFor(() => {
    expect(isAlive(pid)).toBe(false);
  });
  expect(await ask({ do: 'pid' })).not.toBe(pid);
});

test('work whose idle process was ended is done in another', async () => {
  const ask = anAside();
  const pid = await ask({ do: 'pid' });
  process.kill(pid, 'SIGKILL');
  await vi.waitFor(() => {
    expect(isAlive(pid)).toBe(false);
  });
  expect(await ask({ do: 'pid' })).not.toBe(pid);
});

test('a process that cannot be made, or does not stay, is a loss each time, and holds nobody up', async () => {
  const ask = openAside<(asked: Asked) => Promise<number>>(
    new URL('./testing/nothing-there.ts', import.meta.url),
    BOUNDS,
  );
  for (let count = 0; count < 2; count += 1) await expect(ask({ do: 'pid' })).rejects.toThrow(AsideLost);
});

test('the process gets nothing of the environment, where secrets are', async () => {
  expect(await anAside()({ do: 'secrets' })).toBe(0);
});
