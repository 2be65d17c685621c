import { expect, test } from 'vitest';
import { LastSeen } from './last-seen.ts';

class Away extends Error {}
const isAway = (error: unknown) => error instanceof Away;
const away = () => Promise.reject(new Away());

test('the last answer stands in while nobody answers, and only then', async () => {
  const seen = new LastSeen<number>(1000);
  await seen.get('a', async () => 1, isAway);
  expect(await seen.get('a', away, isAway)).toBe(1);
  expect(await seen.get('a', async () => 2, isAway)).toBe(2);
  expect(await seen.get('a', away, isAway)).toBe(2);
});

test('a clear no is not answered with what was there before', async () => {
  const seen = new LastSeen<number>(1000);
  await seen.get('a', async () => 1, isAway);
  await expect(seen.get('a', () => Promise.reject(new Error('gone')), isAway)).rejects.toThrow('gone');
});

test('an answer that was never there, is too old or was evicted is not there', async () => {
  await expect(new LastSeen<number>(1000).get('a', away, isAway)).rejects.toThrow(Away);
  const brief = new LastSeen<number>(5);
  await brief.get('a', async () => 1, isAway);
  await new Promise((resolve) => setTimeout(resolve, 20));
  await expect(brief.get('a', away, isAway)).rejects.toThrow(Away);
  const small = new LastSeen<number>(1000, 1);
  for (const key of ['a', 'b']) await small.get(key, async () => 1, isAway);
  await expect(small.get('a', away, isAway)).rejects.toThrow(Away);
});
