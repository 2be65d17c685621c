import { connect } from '@groundwork/database';
import { aSite, type TestSite } from '@groundwork/features/testing';
import type { FastifyContextConfig } from 'fastify';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { buildApi } from './api.ts';

/** Of the form that a stranger fills in to be sent a link: 30 in ten minutes. */
const FEW = 30;

test('one household is told to wait, and when to come again', async () => {
  const { ask } = await anApi();
  const answers = await ask(FEW + 1, () => ({ 'x-forwarded-for': '192.0.2.7' }));
  expect(answers.slice(0, FEW).map(({ status }) => status)).toEqual(Array(FEW).fill(202));
  expect(answers[FEW]).toMatchObject({
    status: 429,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'retry-after': '60' },
    body: { code: 'too-many-requests', detail: expect.stringContaining('1 minute') },
  });
  expect(await statuses(ask(1, () => ({ 'x-forwarded-for': '192.0.2.8' })))).toEqual({ 202: 1 });
});

test('two hundred addresses of one /64 are one household', async () => {
  const { ask } = await anApi();
  const found = await statuses(ask(200, (n) => ({ 'x-forwarded-for': `2001:db8:1:2::${n.toString(16)}` })));
  expect(found).toEqual({ 202: FEW, 429: 200 - FEW });
});

test('and the households of one /48 together are eight', async () => {
  const { ask } = await anApi();
  const found = await statuses(ask(300, (n) => ({ 'x-forwarded-for': `2001:db8:1:${n.toString(16)}::1` })));
  expect(found[202]).toBeGreaterThanOrEqual(FEW * 8);
  // One is free again every two and a half seconds, and a slow machine takes some.
  expect(found[202]).toBeLessThan(FEW * 9);
});

test('an IPv4 address is the same in the clothes of IPv6', async () => {
  const { ask } = await anApi();
  const spellings = ['192.0.2.7', '::ffff:192.0.2.7', '::ffff:c000:207', '::FFFF:192.0.2.7'];
  const found = await statuses(ask(FEW + 9, (n) => ({ 'x-forwarded-for': spellings[n % 4] ?? '' })));
  expect(found).toEqual({ 202: FEW, 429: 9 });
});

test('the apis of a site count together', async () => {
  const site = await aSite();
  const apis = [await anApi({ site }), await anApi({ site })];
  for (const { ask } of apis) await ask(FEW / 2, () => ({ 'x-forwarded-for': '192.0.2.7' }));
  for (const { ask } of apis)
    expect(await statuses(ask(1, () => ({ 'x-forwarded-for': '192.0.2.7' })))).toEqual({ 429: 1 });
});

test('a visitor’s forwarded address is not believed where no proxy is named, not even from the machine itself', async () => {
  const { ask } = await anApi({ trustProxy: false });
  const found = await statuses(
    ask(FEW + 5, (n) => ({
      'x-forwarded-for': `192.0.2.${n}`,
      'x-web-key': 'a guess',
      forwarded: `for=192.0.2.${n}`,
    })),
  );
  expect(found).toEqual({ 202: FEW, 429: 5 });
});

test('our own web in the same process says for whom it asks, and nobody else does', async () => {
  const webKey = 'known to this process only';
  const { ask } = await anApi({ trustProxy: false, webKey });
  const web = (n: number) => ({ 'x-forwarded-for': `192.0.2.${n}`, 'x-web-key': webKey });
  expect(await statuses(ask(FEW + 5, web))).toEqual({ 202: FEW + 5 });
  expect(await statuses(ask(FEW + 5, () => web(1)))).toEqual({ 202: FEW - 1, 429: 6 });
  const forger = (n: number) => ({ 'x-forwarded-for': `192.0.2.${n}`, 'x-web-key': webKey.toUpperCase() });
  expect(await statuses(ask(FEW + 5, forger))).toEqual({ 202: FEW, 429: 5 });
});

test('a visitor by Tor is believed nothing, whatever proxies are named', async () => {
  const { ask } = await anApi();
  const found = await statuses(
    ask(FEW + 5, (n) => ({ 'x-forwarded-for': `192.0.2.${n}`, host: 'groundwork2x.onion' })),
  );
  expect(found).toEqual({ 202: FEW, 429: 5 });
});

test('every deed that a stranger may do has a limit for a household, or a reason for none', async () => {
  const open: string[] = [];
  const site = await aSite();
  const hear = (method: string, url: string, { who, limit }: FastifyContextConfig) => {
    const isDeed = ['POST', 'PUT', 'PATCH', 'DELETE'].includes(method);
    if (isDeed && who === 'anyone' && !limit) open.push(`${method} ${url.replace('/api/v1', '')}`);
  };
  await (await buildApi(site.house, { onRoute: hear })).close();
  expect(open).toEqual(Object.keys(WITHOUT_A_LIMIT));
});

const WITHOUT_A_LIMIT = {
  'DELETE /session': 'ends what the asker holds, and makes nothing',
};

type Asking = { site?: TestSite; trustProxy?: boolean | string[]; webKey?: string };
type Answered = { status: number; headers: Record<string, unknown>; body: unknown };

/** An api of its own that really listens. `ask` asks it so often, one after another, as a stranger who fills a form in. */
async function anApi({ site, trustProxy = ['loopback'], webKey }: Asking = {}) {
  const { house, databaseUrl } = site ?? (await aSite());
  const { db, close } = connect(databaseUrl, { max: 3 });
  const settings = { ...house.settings, trustProxy };
  const api = await buildApi({ ...house, db, settings }, { ...(webKey && { webKey }) });
  await api.listen({ port: 0, host: '127.0.0.1' });
  onTestFinished(async () => {
    await api.close();
    await close();
  });
  const { port } = api.server.address() as AddressInfo;
  const ask = async (times: number, headersOf: (n: number) => Record<string, string>) => {
    const answers: Answered[] = [];
    for (let n = 0; n < times; n += 1) answers.push(await post(port, headersOf(n)));
    return answers;
  };
  return { ask };
}

async function statuses(asking: Promise<Answered[]>) {
  const counts: Record<number, number> = {};
  for (const { status } of await asking) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** `fetch` would not let us say which host we ask for. */
function post(port: number, headers: Record<string, string>): Promise<Answered> {
  const { host = 'groundwork.test' } = headers;
  const options = {
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: '/api/v1/password-resets',
    headers: { 'content-type': 'application/json', origin: `http://${host}`, ...headers, host },
  };
  return new Promise((resolve, reject) => {
    const asking = request(options, (reply) => {
      let text = '';
      reply.setEncoding('utf8');
      reply.on('data', (chunk: string) => (text += chunk));
      reply.on('end', () =>
        resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: text && JSON.parse(text) }),
      );
    });
    asking.on('error', reject);
    asking.end(JSON.stringify({ email: 'nobody@example.org' }));
  });
}
