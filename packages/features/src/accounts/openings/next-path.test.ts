import { expect, test } from 'vitest';
import { safeNextPath } from './next-path.ts';

test('a path of this site is followed', () => {
  expect(safeNextPath('/groups/eastside?tab=events#now')).toBe('/groups/eastside?tab=events#now');
});

test.each([
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'https://evil.example',
  'groups',
  '',
  undefined,
])('anything else leads to the front page: %s', (path) => {
  expect(safeNextPath(path)).toBe('/');
});
