import { aSite } from '@groundwork/features/testing';
import { expect, test } from 'vitest';
import { outageOf, retryAfter } from './outage.ts';

/** As drizzle hands it on: the statement's failure around the server's. */
function failed(code: string, message = 'no') {
  return new Error('Failed query', { cause: Object.assign(new Error(message), { code }) });
}

test('a server that is away is "not now", and says when to come back', () => {
  for (const code of ['ECONNREFUSED', 'ETIMEDOUT', '57P01', '08006', '53300', '25006', '40P01']) {
    const outage = outageOf(failed(code));
    expect(outage, code).toMatchObject({ status: 503, code: 'unavailable' });
    expect(outage && retryAfter(outage)).toBe(2);
  }
  const broken = new Error('Client has encountered a connection error and is not queryable');
  expect(outageOf(new Error('Failed query', { cause: broken }))).toMatchObject({ status: 503 });
});

test('whatever keeps us from a server is "not now"; a file that is missing is none of that', () => {
  for (const code of ['ENOENT', 'EACCES', 'ENOTSOCK']) {
    const unreached = Object.assign(new Error(`connect ${code} /run/.s.PGSQL.5432`), {
      code,
      syscall: 'connect',
    });
    expect(outageOf(new Error('Failed query', { cause: unreached })), code).toMatchObject({ status: 503 });
    expect(outageOf(Object.assign(new Error('no'), { code, syscall: 'open' })), code).toBeNull();
  }
});

test('a full disk says so', () => {
  for (const code of ['53100', 'ENOSPC'])
    expect(outageOf(failed(code))).toMatchObject({ status: 507, code: 'no-room' });
});

test('a fault of our own is none of that', () => {
  for (const code of ['23505', '42601', 'ERR_INVALID_ARG_TYPE']) expect(outageOf(failed(code))).toBeNull();
});

test('a visitor reads in their language that the database is away, with Retry-After', async () => {
  const site = await aSite({ apart: true });
  const cut = new Error('Connection terminated unexpectedly');
  site.house.db.$client.query = () => Promise.reject(cut) as never;
  const answer = await site.as(null, 'es').get('/groups/nowhere');
  expect(answer).toMatchObject({ status: 503, body: { code: 'unavailable' } });
  expect(answer.headers['retry-after']).toBe('2');
});
