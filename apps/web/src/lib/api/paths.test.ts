import { isHttpError } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { pathOf } from './paths.ts';

test('The path of a route has each value in its place, encoded.', () => {
  expect(pathOf('GET /groups')).toBe('/api/v1/groups');
  expect(pathOf('GET /groups/:slug/people/:personId', { slug: 'eastside', personId: '7' })).toBe(
    '/api/v1/groups/eastside/people/7',
  );
  expect(pathOf('GET /events/:slug.ics', { slug: 'a b/c?d#e' })).toBe('/api/v1/events/a%20b%2Fc%3Fd%23e.ics');
});

test('What is no param of a path is asked in its query, and what is missing or empty is not.', () => {
  const fileName = 'a&b=c.csv';
  expect(pathOf('POST /groups/:slug/imports', { slug: 'eastside', fileName })).toBe(
    '/api/v1/groups/eastside/imports?fileName=a%26b%3Dc.csv',
  );
  const asked = { slug: 'eastside', search: 'ana & co', after: '', tag: undefined, consent: null, limit: 5 };
  expect(pathOf('GET /groups/:slug/people', asked)).toBe(
    '/api/v1/groups/eastside/people?search=ana+%26+co&limit=5',
  );
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
  ...['a'.repeat(5000), '%zz', 'https://elsewhere.example/', '...', ':sealed', '$&'],
])('A value stays within its place: %j', (sealed) => {
  const { pathname } = new URL(
    pathOf('POST /subscriptions/:sealed/own-record-mails', { sealed }),
    'http://api',
  );
  const parts = pathname.split('/');
  expect(parts.toSpliced(4, 1)).toEqual(['', 'api', 'v1', 'subscriptions', 'own-record-mails']);
  expect(decodeURIComponent(parts[4] ?? '')).toBe(sealed);
});

test.each(['', '.', '..', undefined, '\ud800'])(
  'A value that no path can hold is not there: %j',
  (sealed) => {
    expect(() => pathOf('GET /own-records/:sealed', { sealed })).toThrow(
      expect.toSatisfy((thrown) => isHttpError(thrown, 404)),
    );
  },
);
