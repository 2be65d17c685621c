import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSite, type RunningSite } from './site.ts';
import { request } from 'node:http';

/** Nobody is named in TRUST_PROXY, as on a laptop or behind an onion service: Tor connects from the machine itself. */
let site: RunningSite;
beforeAll(async () => {
  site = await startSite({ env: { TRUST_PROXY: 'false' } });
  await site.database.pool.query(`insert into sites (name, languages) values ('Valley Coalition', '{en}')`);
});
afterAll(() => site.stop());

test('a visitor who makes up addresses meets the limit of one household, by the pages and past them', async () => {
  const byPages: number[] = [];
  // One of the thirty is free again every twenty seconds, and a slow machine takes some.
  for (let n = 0; n < 60 && byPages.at(-1) !== 429; n += 1)
    byPages.push(await post('/reset-password', 'email=nobody%40example.org', `192.0.2.${n}`));
  expect(byPages.slice(0, 30)).toEqual(Array(30).fill(303));
  expect(byPages.at(-1)).toBe(429);
  const past = async (n: number) =>
    post('/api/v1/password-resets', '{"email":"nobody@example.org"}', `198.51.100.${n}`);
  expect([await past(1), await past(2)]).toContain(429);
});

function post(path: string, body: string, forwarded: string): Promise<number> {
  const type = body.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded';
  const headers = {
    accept: 'text/html',
    origin: site.url,
    'content-type': type,
    'x-forwarded-for': forwarded,
    'x-web-key': 'a guess',
  };
  return new Promise((resolve, reject) => {
    const asking = request(`${site.url}${path}`, { method: 'POST', headers, family: 4 }, (reply) => {
      reply.resume();
      resolve(reply.statusCode ?? 0);
    });
    asking.on('error', reject);
    asking.end(body);
  });
}
