import { expect, test } from 'vitest';
import { listFailed, listSlow } from './reports.mjs';

const file = (name: string, ...tests: [fullName: string, duration: number | null][]) => ({
  name: `/clone/${name}`,
  status: 'passed',
  assertionResults: tests.map(([fullName, duration]) => ({ fullName, duration, status: 'passed' })),
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

test('each test that failed is told with the first line of why, and so is a file that did not load', () => {
  const failed = {
    fullName: 'leaves',
    status: 'failed',
    failureMessages: ['\u001B[31mError: nobody left\u001B[39m\n    at leave'],
  };
  const groups = file('packages/features/src/groups/groups.test.ts', ['joins', 1]);
  const testResults = [
    { ...groups, status: 'failed', assertionResults: [...groups.assertionResults, failed] },
    {
      ...file('apps/api/src/heads.test.ts'),
      status: 'failed',
      message: 'Error: no such module\n    at load',
    },
    file('apps/api/src/live/live.test.ts', ['hears', 2]),
  ];
  expect(listFailed({ testResults }, '/clone')).toEqual([
    'packages/features/src/groups/groups.test.ts > leaves: Error: nobody left',
    'apps/api/src/heads.test.ts: Error: no such module',
  ]);
  expect(listFailed(null, '/clone')).toEqual([]);
});
