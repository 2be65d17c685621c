import { expect, test, vi } from 'vitest';
import { Fresh } from './fresh.ts';

test('askers at the same time share one flight', async () => {
  const fresh = new Fresh<number>(1000);
  const ask = vi.fn(async () => 7);
  expect(await Promise.all([fresh.get('a', ask), fresh.get('a', ask)])).toEqual([7, 7]);
  expect(ask).toHaveBeenCalledTimes(1);
});

test('an answer is gone when its time is over, and asked for again', async () => {
  const fresh = new Fresh<number>(5);
  let count = 0;
  const ask = async () => (count += 1);
  expect(await fresh.get('a', ask)).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(fresh.size).toBe(0);
  expect(await fresh.get('a', ask)).toBe(2);
});

test('a failure is not remembered, nor an answer that is not worth it', async () => {
  const fresh = new Fresh<number>(1000);
  await expect(fresh.get('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
  expect(
    await fresh.get(
      'a',
      async () => 404,
      (status) => status === 200,
    ),
  ).toBe(404);
  expect(await fresh.get('a', async () => 200)).toBe(200);
});

test('the oldest go when there are too many', async () => {
  const fresh = new Fresh<string>(1000, 2);
  const ask = vi.fn(async () => 'x');
  for (const key of ['a', 'b', 'c', 'a', 'c']) await fresh.get(key, ask);
  expect(ask).toHaveBeenCalledTimes(4);
});
