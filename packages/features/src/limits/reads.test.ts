import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aSite, clientOf } from '../testing.ts';
import { READS_A_MINUTE, ReadLimit } from './reads.ts';

/** How many of so many reads at once are let through. */
function readAll(limit: ReadLimit, address: string, count: number, now: number): number {
  return Array.from({ length: count }, () => limit.admits(address, now)).filter(Boolean).length;
}

test('one household reads as much as a full hall does, and no more until time has passed', () => {
  const limit = new ReadLimit();
  expect(readAll(limit, '203.0.113.9', READS_A_MINUTE + 50, 1_000)).toBe(READS_A_MINUTE);
  expect(limit.admits('203.0.113.10', 1_000)).toBe(true);
  expect(readAll(limit, '203.0.113.9', READS_A_MINUTE, 2_000)).toBe(READS_A_MINUTE / 60);
});

test('another address of the same /64, or an IPv4 address in IPv6’s clothes, is the same household', () => {
  const limit = new ReadLimit();
  readAll(limit, '2001:db8:1:2::1', READS_A_MINUTE, 0);
  expect(limit.admits('2001:db8:1:2:ffff::9', 0)).toBe(false);
  expect(limit.admits('2001:db8:1:3::1', 0)).toBe(true);
  readAll(limit, '203.0.113.9', READS_A_MINUTE, 0);
  expect(limit.admits('::ffff:203.0.113.9', 0)).toBe(false);
});

test('the machine itself, its containers and its local network are not counted', () => {
  const limit = new ReadLimit();
  for (const address of ['127.0.0.1', '::1', '::ffff:10.0.0.7', '172.20.0.3', '192.168.1.5', 'fd00::1'])
    expect(readAll(limit, address, READS_A_MINUTE + 1, 0)).toBe(READS_A_MINUTE + 1);
  expect(limit.size).toBe(0);
});

test('the counts of reads stay bounded, from however many addresses readers come', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.ipV4(), fc.ipV6()), { maxLength: 200 }), (addresses) => {
      const limit = new ReadLimit(20);
      for (const address of addresses) limit.admits(address, 0);
      expect(limit.size).toBeLessThanOrEqual(20);
    }),
  );
});

test('the api answers a read too many with 429 in words and when to come again; writes and others go on', async () => {
  const { app } = await aSite({ apart: true });
  const [flood, neighbour] = ['203.0.113.9', '203.0.113.10'].map((address) =>
    clientOf(app, null, 'es', address),
  );
  // As if it were filled two seconds from now: while the test runs, some would come free again.
  readAll(app.reads, '203.0.113.9', READS_A_MINUTE, performance.now() + 2_000);
  const refused = await flood?.get('/campaigns');
  expect(refused).toMatchObject({
    status: 429,
    headers: { 'content-type': expect.stringContaining('application/problem+json'), 'retry-after': '60' },
    body: { code: 'too-many-requests', detail: expect.stringContaining('demasiadas') },
  });
  expect((await neighbour?.get('/campaigns'))?.status).toBe(200);
  expect((await flood?.post('/sessions', { email: 'a@example.org', password: 'x' }))?.status).not.toBe(429);
});
