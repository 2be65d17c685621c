import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemo, type RunningSite } from './site.ts';

const PARAM = /\[(\w+)(?:=(\w+))?\]/g;
/** Every route that has a part of its address filled in, as the folders of the web say. */
const ROUTES = [
  ...new Set(
    readdirSync(fileURLToPath(new URL('../apps/web/src/routes', import.meta.url)), { recursive: true })
      .map(String)
      .filter((file) => /\+(page|server)\b/.test(file))
      .map(dirname),
  ),
].filter((route) => route.includes('['));

let site: RunningSite;
let steward: string;
let hostile: string[];
beforeAll(async () => {
  site = await startDemo();
  steward = await signIn();
  hostile = await reachingParts();
});
afterAll(() => site.stop());

test('every part of an address has a form of its own', () => {
  expect(ROUTES.length).toBeGreaterThan(30);
  for (const route of ROUTES)
    for (const [part, , form] of route.matchAll(PARAM)) expect(form, `${part} in ${route}`).toBeDefined();
});

test('no part of an address reaches another route, for a stranger or a steward, by reading or by a form', async () => {
  const wrong: string[] = [];
  for (const route of ROUTES) await Promise.all(hostile.map((part) => knock(route, part)));
  async function knock(route: string, part: string) {
    const path = `/${route.replaceAll(PARAM, part)}`;
    for (const cookie of ['', steward])
      for (const [method, address] of [
        ['GET', path],
        ['POST', `${path}?/erase`],
      ] as const) {
        const status = await ask(method, address, cookie);
        // Longer than all that a server reads before a body.
        const isTooLong = address.length > 16_000 && status === 431;
        if (![400, 404, 405].includes(status) && !isTooLong)
          wrong.push(`${status} ${method} ${address.slice(0, 120)}`);
      }
  }
  expect(wrong).toEqual([]);
  expect(site.printed()).not.toMatch(/"level":(50|"error")/);
});

test('a form that cannot be read is refused in words, and one sent in pieces is read', async () => {
  const form = 'application/x-www-form-urlencoded';
  const typed = 'email=ana%40example.org&password=wrong';
  const cases: [number, string, string, string][] = [
    [400, '/sign-in', 'multipart/form-data; boundary=x', '--x\r\nbroken'],
    [400, '/sign-in', 'multipart/form-data', 'no boundary'],
    [404, '/sign-in?/default', form, typed],
    [404, '/sign-in?/nothing', form, typed],
    [415, '/sign-in', 'application/json', '{}'],
    [413, '/sign-in', form, `email=${'a'.repeat(600_000)}`],
    [401, '/sign-in', form, typed],
  ];
  for (const [status, path, type, body] of cases)
    expect(await send(path, type, body), `${path} ${type} ${body.slice(0, 20)}`).toBe(status);
  expect(site.printed()).not.toMatch(/"level":(50|"error")/);
});

/** In pieces, so that nothing says how long it will be. */
function send(path: string, type: string, body: string): Promise<number> {
  const { hostname, port } = new URL(site.url);
  const headers = { origin: site.url, 'content-type': type, 'transfer-encoding': 'chunked' };
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method: 'POST', headers }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
    }).once('error', reject);
    asked.write(body.slice(0, 10));
    asked.end(body.slice(10));
  });
}

/** Parts that would lead elsewhere if they were pasted into a path, and what no path can hold. */
async function reachingParts() {
  const { rows } = await site.database.pool.query<{ slug: string; id: string }>(
    'select g.slug, p.id from people p join groups g on g.id = p.group_id limit 1',
  );
  const { slug, id } = rows[0] ?? { slug: '', id: '' };
  return [
    ...[`..%2Fgroups%2F${slug}%2Fpeople%2F${id}`, `..%5Cgroups%5C${slug}`, `%2e%2e%2fgroups%2f${slug}`],
    ...['..%2F..%2F..%2Freadyz%3F', '..%2Fsession%23', '..%2Fsession%3Fa=', `${slug}%2F..%2F..%2Fsession`],
    ...[
      '%2e%2e%2Fsession',
      '..%252Fsession',
      '..;%2Fsession',
      '%00',
      '%0a',
      '%5c',
      ';',
      '%zz',
      '%ff',
      '%ed%a0%80',
    ],
    ...['%2e', '%2e%2e', 'a'.repeat(500), 'a'.repeat(8000), '%20', '%F0%9F%8C%B9', '*'],
  ];
}

async function signIn() {
  const [, email = '', password = ''] = site.printed().match(/as steward: (\S+) \/ (.+)/) ?? [];
  const answer = await fetch(`${site.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: site.url },
    body: JSON.stringify({ email, password }),
  });
  expect(answer.status).toBe(204);
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** The path as it stands: fetch would tidy it first. */
function ask(method: string, path: string, cookie: string): Promise<number> {
  const { hostname, port } = new URL(site.url);
  const headers = {
    origin: site.url,
    ...(cookie && { cookie }),
    ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
  };
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method, headers }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
    })
      .once('error', reject)
      .end();
  });
}
