import { expect, test } from 'vitest';
import { listSlow } from './slow.mjs';

const file = (name: string, ...tests: [fullName: string, duration: number | null][]) => ({
  name: `/clone/${name}`,
  assertionResults: tests.map(([fullName, duration]) => ({ fullName, duration })),
});

test('tests that took longer than 0.4 s are told, the slowest first', () => {
  const testResults = [
    file('packages/features/src/groups/groups.test.ts', ['joins', 401], ['leaves', 400], ['broken', null]),
    file('apps/api/src/live/live.test.ts', ['hears', 2_340]),
  ];
  expect(listSlow({ testResults }, '/clone')).toEqual([
    '2 tests took longer than 0.4 s:',
    '   2.3 s  apps/api/src/live/live.test.ts > hears',
    '   0.4 s  packages/features/src/groups/groups.test.ts > joins',
  ]);
  expect(listSlow({ testResults: [] }, '/clone')).toEqual([]);
  expect(listSlow(null, '/clone')).toEqual([]);
});
