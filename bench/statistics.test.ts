import { expect, test } from 'vitest';
import { isReached, percentile, ratiosOf, spreadOf, type Target } from './statistics.ts';

const spread = (median: number) => ({ median, least: median, most: median });

test('a spread is the middle and the ends, in whatever order the rounds came', () => {
  expect(spreadOf([9, 1, 5])).toEqual({ median: 5, least: 1, most: 9 });
});

test('the middle of an even number of rounds is between the two in the middle', () => {
  expect(spreadOf([1, 2, 4, 9]).median).toBe(3);
});

test('a spread of nothing is a mistake', () => {
  expect(() => spreadOf([])).toThrow('A spread needs a figure.');
});

test('each round is compared with its own limit', () => {
  expect(ratiosOf([10, 30], [5, 10])).toEqual([2, 3]);
});

test('a round without a limit has no ratio', () => {
  expect(ratiosOf([10, 30], [])).toEqual([]);
  expect(ratiosOf([10, 30], [0, 10])).toEqual([3]);
});

test('a percentile that falls between two values is between them', () => {
  expect(percentile([10, 20, 30, 40, 50], 0.5)).toBe(30);
  expect(percentile([10, 20], 0.25)).toBe(12.5);
  expect(percentile([7], 0.99)).toBe(7);
});

const half: Target = { of: 'ratio', is: 'at least', value: 0.5 };
const light: Target = { of: 'ours', is: 'at most', value: 250 };

test('a line is reached by the middle of the rounds', () => {
  expect(isReached([half], spread(1), spread(0.5))).toBe(true);
  expect(isReached([half], spread(1), spread(0.49))).toBe(false);
  expect(isReached([light], spread(250), null)).toBe(true);
  expect(isReached([light], spread(251), null)).toBe(false);
});

test('of several lines each must be reached', () => {
  expect(isReached([half, light], spread(251), spread(0.9))).toBe(false);
  expect(isReached([half, light], spread(249), spread(0.9))).toBe(true);
});

test('a figure without a line, or without a limit, neither reaches nor misses', () => {
  expect(isReached([], spread(1), spread(1))).toBeNull();
  expect(isReached([half], spread(1), null)).toBeNull();
});
