import { expect, test } from 'vitest';
import { visitorOf } from './visitors.ts';

const asked = (remoteAddress: string, forwarded?: string, host = 'organize.example.org') => ({
  headers: { host, ...(forwarded && { 'x-forwarded-for': forwarded }) },
  socket: { remoteAddress },
});

test.for([
  ['false', '127.0.0.1', '192.0.2.9', '127.0.0.1'],
  ['loopback', '127.0.0.1', '192.0.2.9', '192.0.2.9'],
  ['loopback', '::ffff:127.0.0.1', '192.0.2.9', '192.0.2.9'],
  ['loopback', '127.0.0.1', '203.0.113.1, 192.0.2.9', '192.0.2.9'],
  ['loopback', '192.0.2.7', '203.0.113.1', '192.0.2.7'],
  ['loopback', '127.0.0.1', undefined, '127.0.0.1'],
  ['1', '127.0.0.1', '203.0.113.1, 192.0.2.9', '192.0.2.9'],
  ['10.0.0.0/8,loopback', '127.0.0.1', '203.0.113.1, 192.0.2.9, 10.1.2.3', '192.0.2.9'],
] as const)(
  'when TRUST_PROXY is %s, and %s connects and says "%s", the visitor is %s',
  ([trust, direct, forwarded, visitor]) => {
    expect(visitorOf(asked(direct, forwarded), trust)).toBe(visitor);
  },
);

test.for(['false', 'loopback', 'true', '1'])(
  'who comes by Tor is believed nothing, when TRUST_PROXY is %s',
  (trust) => {
    const visitor = visitorOf(asked('127.0.0.1', '192.0.2.9', 'groundwork2x.onion:80'), trust);
    expect(visitor).toBe('127.0.0.1');
  },
);
