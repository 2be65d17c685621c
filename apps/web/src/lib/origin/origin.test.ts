import { expect, test } from 'vitest';
import { isForeign } from './origin.ts';

const own = ['http://127.0.0.1:3000', 'http://localhost:3000'];
const post = { method: 'POST', hasCookie: true };

test('a form of this site is heard, by either of its addresses', () => {
  expect(isForeign({ ...post, origin: 'http://127.0.0.1:3000' }, own)).toBe(false);
  expect(isForeign({ ...post, origin: 'http://localhost:3000' }, own)).toBe(false);
});

test('a form of another site is not, nor one that hides where it comes from', () => {
  expect(isForeign({ ...post, origin: 'https://evil.example' }, own)).toBe(true);
  expect(isForeign({ ...post, origin: 'null' }, own)).toBe(true);
  expect(isForeign({ ...post, origin: null }, own)).toBe(true);
  expect(isForeign({ ...post, method: 'DELETE', origin: null }, own)).toBe(true);
});

test('reading is open, and so is a mail program without cookie and origin', () => {
  expect(isForeign({ method: 'GET', origin: 'https://evil.example', hasCookie: true }, own)).toBe(false);
  expect(isForeign({ method: 'POST', origin: null, hasCookie: false }, own)).toBe(false);
});
