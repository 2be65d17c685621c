import { expect, test } from 'vitest';
import { termDays } from './terms.ts';

test('a term ends from tomorrow to three years ahead, and mostly in a year', () => {
  const days = { least: '2026-12-01', usual: '2027-11-30', most: '2029-11-30' };
  expect(termDays(new Date('2026-11-30T23:00:00Z'))).toEqual(days);
});

test('a year from a leap day there is no such day, so it is the one after', () => {
  expect(termDays(new Date('2028-02-29T12:00:00Z')).usual).toBe('2029-03-01');
});
