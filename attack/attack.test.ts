import { aSite, type TestSite } from '@groundwork/features/testing';
import { expect, test } from 'vitest';
import { neighbourhood } from '../apps/api/src/access/neighbourhood.ts';
import { attackApi, type OpenApi } from './api.ts';
import { askerAt, type Ask } from './ask.ts';
import { chanceOf } from './chance.ts';
import { faultOfApi } from './verdict.ts';

/** Each route some ten times; `npm run attack` asks ten thousand, and much else. */
const COUNT = 1_500;

test('every route answers what nobody foresaw in words, whoever asks', { timeout: 120_000 }, async () => {
  const site = await aSite({ apart: true });
  const { cast } = await neighbourhood(site);
  const { newcomer, member, organizer, steward, siteSteward } = cast;
  const accounts = { newcomer, member, organizer, steward, siteSteward };
  const viewers = Object.entries(accounts).map(([name, { token }]) => ({ name, cookie: `session=${token}` }));
  const ask = askerOf(site);
  const openApi = JSON.parse((await ask({ method: 'GET', path: '/api/docs/json' })).body) as OpenApi;
  const all = [{ name: 'stranger' }, ...viewers];
  const { broken } = await attackApi({ ask, openApi, viewers: all, chance: chanceOf(8), count: COUNT });
  expect(broken).toEqual([]);
});

test('only a site on this machine can be attacked', () => {
  expect(() => askerAt('https://example.org')).toThrow();
  expect(() => askerAt('http://127.0.0.1.example.org:80')).toThrow();
});

test('a fault, silence and a no without words are told from what holds', () => {
  const asked = { method: 'GET', path: '/x' };
  const problem = {
    headers: { 'content-type': 'application/problem+json' },
    body: '{"code":"not-found","detail":"There is no such page."}',
  };
  const fault = (status: number, answer = problem) => faultOfApi(asked, { status, ...answer });
  expect([fault(200), fault(404), fault(429)]).toEqual([null, null, null]);
  expect(fault(503, { ...problem, headers: { ...problem.headers, 'retry-after': '2' } as never })).toBeNull();
  for (const bad of [fault(500), fault(503), fault(0), fault(404, { headers: problem.headers, body: '{}' })])
    expect(bad).not.toBeNull();
});

/** Asks the api without a wire, each time from another address. */
function askerOf({ app }: TestSite): Ask {
  let count = 0;
  return async ({ method, path, as, headers, body }) => {
    count += 1;
    const from = `127.9.${count >> 8}.${count & 255}`;
    const { statusCode, ...reply } = await app.inject({
      ...{ method: method as 'GET', url: path, remoteAddress: from },
      headers: {
        origin: 'http://groundwork.test',
        host: 'groundwork.test',
        ...(as && { cookie: as }),
        ...headers,
      },
      ...(body !== undefined && { payload: body }),
    });
    return { status: statusCode, headers: reply.headers as never, body: reply.body };
  };
}
