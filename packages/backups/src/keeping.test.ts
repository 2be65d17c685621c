import { expect, test } from 'vitest';
import { chooseRemoved, readRule } from './keeping.ts';

const NIGHTS = 500;
/** One each night, the newest on Monday the 23rd of November 2026. */
const nightly = Array.from({ length: NIGHTS }, (_, index) => {
  const at = new Date(Date.UTC(2026, 10, 23 - index, 3));
  return { name: at.toISOString().slice(0, 10), at, bytes: 1 };
});

function keptBy(rule: string) {
  const removed = new Set(chooseRemoved(nightly, rule));
  return nightly.map(({ name }) => name).filter((name) => !removed.has(name));
}

test('the newest of each of the last days, weeks and months stay', () => {
  expect(keptBy('3 daily')).toEqual(['2026-11-23', '2026-11-22', '2026-11-21']);
  expect(keptBy('3 weekly')).toEqual(['2026-11-23', '2026-11-22', '2026-11-15']);
  expect(keptBy('3 monthly')).toEqual(['2026-11-23', '2026-10-31', '2026-09-30']);
  expect(keptBy('2 yearly')).toEqual(['2026-11-23', '2025-12-31']);
  expect(keptBy('7 daily, 5 weekly, 12 monthly')).toHaveLength(7 + 3 + 11);
});

test('the newest always stays, whatever the rule', () => {
  expect(keptBy('0 daily')).toEqual(['2026-11-23']);
  expect(chooseRemoved([], '7 daily')).toEqual([]);
});

test('days without a backup are not counted: the backups there are stay', () => {
  const rare = nightly.filter((_, index) => index % 90 === 0);
  expect(chooseRemoved(rare, '6 daily')).toEqual([]);
});

test.for(['', 'seven daily', '7', '7 daily 5 weekly', '7 nights'])('"%s" is no rule', (rule) => {
  expect(() => readRule(rule)).toThrow('must look like 7 daily, 5 weekly, 12 monthly');
});
