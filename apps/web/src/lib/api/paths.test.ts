import { isHttpError } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { at } from './paths.ts';

test('a path is written below the root of the api, with each value encoded', () => {
  expect(at`/groups`.href).toBe('/api/v1/groups');
  expect(at`/groups/${'eastside'}/people/${7}`.href).toBe('/api/v1/groups/eastside/people/7');
  expect(at`/events/${'a b/c?d#e'}.ics`.href).toBe('/api/v1/events/a%20b%2Fc%3Fd%23e.ics');
  expect(at`/imports?fileName=${'a&b=c.csv'}`.href).toBe('/api/v1/imports?fileName=a%26b%3Dc.csv');
  expect(at`/invitations?after=${''}`.href).toBe('/api/v1/invitations?after=');
});

test('a path continues another, and a query comes last', () => {
  const group = at`/groups/${'eastside'}`;
  expect(at`${group}/news`.href).toBe('/api/v1/groups/eastside/news');
  const query = new URLSearchParams({ search: 'ana & co', limit: '5' });
  expect(at`${group}/people?${query}`.href).toBe('/api/v1/groups/eastside/people?search=ana+%26+co&limit=5');
  expect(at`/events?${new URLSearchParams()}`.href).toBe('/api/v1/events?');
});

test.each([
  ...[
    '../groups/eastside',
    '..\\groups',
    '%2e%2e',
    '..%2Fgroups',
    '/etc',
    'a;b',
    'a?b',
    'a#b',
    '\0',
    '\t',
    'é',
  ],
  ...['a'.repeat(5000), '%zz', 'https://elsewhere.example/', '...'],
])('a value stays within its place: %j', (value) => {
  const { pathname } = new URL(at`/own-records/${value}/erasure`.href, 'http://api');
  expect(pathname.split('/').slice(0, 4)).toEqual(['', 'api', 'v1', 'own-records']);
  expect(pathname.split('/')).toHaveLength(6);
  expect(decodeURIComponent(pathname.split('/')[4] ?? '')).toBe(value);
});

test.each(['', '.', '..', undefined, '\ud800'])('a value that no path can hold is not there: %j', (value) => {
  expect(() => at`/own-records/${value}`).toThrow(expect.toSatisfy((thrown) => isHttpError(thrown, 404)));
});

test('what was written for another place does not pass', () => {
  const typed = '/groups/eastside';
  expect(() => at`${typed}/people`).toThrow(TypeError);
  expect(() => at`/groups/${at`/groups`}`).toThrow(TypeError);
  expect(() => at`/groups/${new URLSearchParams()}`).toThrow(TypeError);
  expect(() => at`/../v2`).toThrow();
});
