import { expect, test } from 'vitest';
import { isForeign } from './origin.ts';

const own = ['http://127.0.0.1:3000', 'http://localhost:3000'];
const MEMBER = 'language=es; session=abc';
const STRANGER = 'language=es; changed=1';
const MORE: Record<string, string>[] = [
  {},
  { 'sec-fetch-site': 'same-origin' },
  { referer: `${own[0]}/sign-in` },
];

function foreign(headers: Record<string, string>, method = 'POST') {
  return isForeign({ method, headers: new Headers(headers) }, own);
}

test('a form of this site is heard, by either of its addresses', () => {
  for (const origin of own) expect(foreign({ origin, cookie: MEMBER })).toBe(false);
});

test('a form of another site is not, nor one that hides where it comes from, whatever else they say', () => {
  for (const origin of ['https://evil.example', 'null', 'http://localhost:3001', 'https://localhost:3000'])
    for (const cookie of [MEMBER, STRANGER, ''])
      for (const more of MORE)
        for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
          expect(foreign({ origin, cookie, ...more }, method)).toBe(true);
});

test('reading is open', () => {
  expect(foreign({ origin: 'https://evil.example', cookie: MEMBER }, 'GET')).toBe(false);
});

test.for([
  // A browser that sends no Origin says where its form stood, or says nothing.
  [MEMBER, {}, true],
  [MEMBER, { referer: 'http://localhost:3000/events/march' }, false],
  [MEMBER, { referer: 'https://evil.example/http://localhost:3000/' }, true],
  [MEMBER, { referer: 'http://localhost:3000.evil.example/' }, true],
  [MEMBER, { referer: 'http://localhost:3000@evil.example/' }, true],
  [MEMBER, { referer: 'localhost:3000' }, true],
  [MEMBER, { 'sec-fetch-site': 'same-origin' }, false],
  [MEMBER, { 'sec-fetch-site': 'same-site' }, true],
  [MEMBER, { 'sec-fetch-site': 'cross-site', referer: 'http://localhost:3000/' }, true],
  [MEMBER, { 'sec-fetch-site': 'none' }, true],
  ['__Host-session=abc', {}, true],
  ['session =abc', {}, true],
  // Only the session gives standing: no other cookie matters.
  [STRANGER, {}, false],
  ['', {}, false],
  [STRANGER, { referer: 'https://evil.example/' }, false],
  [STRANGER, { 'sec-fetch-site': 'same-origin' }, false],
  [STRANGER, { 'sec-fetch-site': 'cross-site' }, true],
] satisfies [string, Record<string, string>, boolean][])(
  'without an Origin, "%s" and %j: foreign %s',
  ([cookie, said, isRefused]) => {
    for (const method of ['POST', 'DELETE'])
      expect(foreign({ ...said, ...(cookie !== '' && { cookie }) }, method)).toBe(isRefused);
  },
);
