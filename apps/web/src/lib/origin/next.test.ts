import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextPathIn, signInFrom } from './next.ts';

test('a path of this site is followed', () => {
  expect(nextPathIn('/groups/eastside?tab=events#now')).toBe('/groups/eastside?tab=events#now');
});

test('a path longer than the api takes is dropped, so that signing in is not refused for it', () => {
  expect(nextPathIn(`/events?search=${'a'.repeat(485)}`)).toHaveLength(500);
  expect(nextPathIn(`/events?search=${'a'.repeat(486)}`)).toBe('/');
});

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '%2f%2fevil.example',
  decodeURIComponent('%2f%2fevil.example'),
  decodeURIComponent('/%5cevil.example'),
  '/\n/evil.example',
  '/\u0000/evil.example',
  'javascript:alert(1)',
  ' //evil.example',
  'https:evil.example',
  '/\t/evil.example',
  '/a b',
  'groups',
  null,
  '',
])('nothing else is: %s', (path) => {
  expect(nextPathIn(path, '/home')).toBe('/home');
});

test('wherever a browser is led by what was let through, it stays on this site', () => {
  const sign = fc.constantFrom(
    '/',
    '\\',
    '%2f',
    '%5c',
    '\t',
    '\n',
    '@',
    ':',
    '.',
    '?',
    '#',
    'evil.example',
    'https:',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 8 }), (signs) => {
      const next = nextPathIn(signs.join(''));
      expect(new URL(next, 'https://here.example/sign-in').origin).toBe('https://here.example');
    }),
  );
});

test('signing in leads back to the page it was asked on', () => {
  const page = new URL('https://here.example/events?search=a b&page=2');
  expect(signInFrom(page)).toBe('/sign-in?next=%2Fevents%3Fsearch%3Da%2520b%26page%3D2');
});

test('and after a form was refused, to its page', () => {
  const page = new URL('https://here.example/campaigns/library/updates?/post');
  expect(signInFrom(page)).toBe('/sign-in?next=%2Fcampaigns%2Flibrary%2Fupdates');
});

test.each(['/', '/?/join', '/sign-in?next=/x', '/reset-password', '/rsvps/sealed', '/confirm-account/token'])(
  'but not to %s',
  (path) => expect(signInFrom(new URL(path, 'https://here.example'))).toBe('/sign-in'),
);
