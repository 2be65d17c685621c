import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { endsSession, KEPT, marksOf } from './marks.ts';

const viewer = { id: 'a1' };

test('a page says by which build, for whom and in which language it was made, and a stranger’s says nothing', () => {
  expect(marksOf({ viewer, language: 'es' }, '17', true)).toEqual({
    ...{ 'kept-for': '17.a1.es', 'kept-page': 'yes' },
  });
  expect(marksOf({ viewer, language: 'es' }, '17', false)).toEqual({ 'kept-for': '17.a1.es' });
  expect(marksOf({ viewer: null, language: 'es' }, '17', true)).toEqual({});
});

test('a page that could not look up the session does not say that it is over', () => {
  expect(marksOf({ viewer: null, language: 'en', notNow: {} }, '17', false)).toEqual({
    'kept-for': 'unknown',
  });
});

test.for([
  [['session=; HttpOnly; Max-Age=0'], true],
  [['__Host-session=; Path=/; Max-Age=0', 'session=; Max-Age=0'], true],
  [['__Host-session=abc; Path=/', 'session=; Max-Age=0'], false],
  [['session=abc; Path=/'], false],
  [['intent=; Max-Age=0'], false],
  [[], false],
] as const)('of %j it is said whether they end the session', ([cookies, ends]) => {
  expect(endsSession([...cookies])).toBe(ends);
});

test('the line of a kept page is written as it is looked for', () => {
  expect(readFileSync(new URL('./KeptLine.svelte', import.meta.url), 'utf8')).toContain(
    KEPT.replaceAll('=""', ''),
  );
});
