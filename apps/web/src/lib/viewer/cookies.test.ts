import { expect, test } from 'vitest';
import { mayHoldSession } from './cookies.ts';

test.each([
  'session=a',
  'session =a',
  '__Host-session=a',
  'language=es; \tsession\t=a',
  '\u00a0session=a',
  ';session=a',
])('a visitor who may be a member is no stranger: %j', (cookies) =>
  expect(mayHoldSession(cookies)).toBe(true),
);

test.each([null, '', 'changed=1', 'language=es'])('nobody is a member without a session: %j', (cookies) => {
  expect(mayHoldSession(cookies)).toBe(false);
});
