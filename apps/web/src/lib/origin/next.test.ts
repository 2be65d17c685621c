import { expect, test } from 'vitest';
import { safeNext } from './next.ts';

test('a path of this site is followed', () => {
  expect(safeNext('/groups/eastside?tab=events#now')).toBe('/groups/eastside?tab=events#now');
});

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/a b',
  'groups',
  null,
  '',
])('nothing else is: %s', (path) => {
  expect(safeNext(path, '/home')).toBe('/home');
});
