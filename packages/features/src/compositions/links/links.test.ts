import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { openNet, type Net } from '../../site/net.ts';
import { aWriter } from '../fixtures.ts';
import { tryLinks } from './trying.ts';

const site = 'https://groundwork.test';

/** A net in which every name is this machine, and may be asked. */
const here: Net = { resolve: async () => ['127.0.0.1'], mayAsk: () => true, ports: 'any' };

/** A site of its own on this machine, and what it was asked. */
async function aServer(answer: RequestListener) {
  const asked: { path: string; host: string }[] = [];
  const server = createServer((request, reply) => {
    asked.push({ path: request.url ?? '', host: request.headers.host ?? '' });
    answer(request, reply);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: (path: string) => `http://news.example:${port}${path}`, asked, port };
}

const answering =
  (status: number, headers: Record<string, string> = {}): RequestListener =>
  (_request, reply) =>
    reply.writeHead(status, headers).end('.'.repeat(status === 200 ? 100_000 : 1));

async function outcomeOf(url: string, net: Net = here) {
  const [trial] = await tryLinks([url], { site, net, timeoutMs: 300 });
  return trial;
}

test.each([
  [200, 'answers'],
  [206, 'answers'],
  [403, 'answers'],
  [429, 'answers'],
  [404, 'gone'],
  [410, 'gone'],
  [500, 'silent'],
  [503, 'silent'],
])('an address that says %i is said to be: %s', async (status, outcome) => {
  const { url } = await aServer(answering(status));
  expect(await outcomeOf(url('/'))).toEqual({ url: url('/'), outcome, status, why: null });
});

test('an address that takes too long, or closes the door, is silent', async () => {
  const slow = await aServer(() => undefined);
  expect(await outcomeOf(slow.url('/'))).toMatchObject({ outcome: 'silent', status: null });
  const rude = await aServer((request) => request.socket.destroy());
  expect(await outcomeOf(rude.url('/'))).toMatchObject({ outcome: 'silent', status: null });
});

test('a name that takes too long is silent as well', async () => {
  const net = { ...here, resolve: () => new Promise<never>(() => undefined) };
  expect(await outcomeOf('http://slow.example/', net)).toMatchObject({ outcome: 'silent' });
});

test('a name that nobody has is gone', async () => {
  const missing = Object.assign(new Error('no such name'), { code: 'ENOTFOUND', syscall: 'queryA' });
  const net = { ...here, resolve: () => Promise.reject(missing) };
  expect(await outcomeOf('http://tpyo.example/', net)).toMatchObject({ outcome: 'gone', status: null });
});

test('where no name at all is found, it is the server that finds none', async () => {
  const missing = Object.assign(new Error('no such name'), { code: 'ENOTFOUND', syscall: 'queryA' });
  const resolve = (name: string) =>
    name === 'news.example' ? here.resolve(name) : Promise.reject<string[]>(missing);
  const net = { ...here, resolve };
  const typos = ['http://one.example/', 'http://two.example/'];
  const outcomes = async (links: string[]) =>
    (await tryLinks(links, { site, net })).map(({ outcome }) => outcome);
  expect(await outcomes(typos)).toEqual(['not-tried', 'not-tried']);
  expect(await outcomes(['http://one.example/', 'http://one.example/2'])).toEqual(['gone', 'gone']);
  const { url } = await aServer(answering(200));
  expect(await outcomes([url('/'), ...typos])).toEqual(['answers', 'gone', 'gone']);
});

test('where nothing at all is reached, nothing is said of the links', async () => {
  const failed = Object.assign(new Error('no resolver'), { code: 'ECONNREFUSED', syscall: 'queryA' });
  const resolve = (name: string) =>
    name === 'news.example' ? here.resolve(name) : Promise.reject<string[]>(failed);
  const net = { ...here, resolve };
  const links = ['http://one.example/', 'http://two.example/'];
  expect(await tryLinks(links, { site, net })).toMatchObject([
    { outcome: 'not-tried', why: 'no-way-out' },
    { outcome: 'not-tried', why: 'no-way-out' },
  ]);
  const { url } = await aServer(answering(200));
  const [, third] = await tryLinks([url('/'), 'http://two.example/'], { site, net });
  expect(third).toMatchObject({ outcome: 'silent' });
});

test('redirects are followed three times, and no further', async () => {
  const { url, asked } = await aServer((request, reply) => {
    const left = Number(request.url?.slice(1));
    if (left === 0) reply.writeHead(200).end();
    else reply.writeHead(302, { location: `/${left - 1}` }).end();
  });
  expect(await outcomeOf(url('/3'))).toMatchObject({ outcome: 'answers', status: 200 });
  expect(asked.map(({ path }) => path)).toEqual(['/3', '/2', '/1', '/0']);
  expect(await outcomeOf(url('/4'))).toMatchObject({ outcome: 'silent' });
  expect(asked).toHaveLength(8);
});

test.each([
  'http://127.0.0.1/',
  'http://localhost/',
  'http://[::1]/',
  'http://2130706433/',
  'http://0x7f.1/',
])('%s is never asked for', async (url) => {
  const net = { ...openNet, resolve: async () => ['127.0.0.1'] };
  expect(await outcomeOf(url, net)).toMatchObject({ outcome: 'not-tried', why: 'not-public' });
});

test('a name that leads inside, if only by one of its addresses, is never asked for', async () => {
  const { asked, port } = await aServer(answering(200));
  for (const addresses of [['127.0.0.1'], ['9.9.9.9', '127.0.0.1'], ['::ffff:127.0.0.1'], ['10.1.2.3'], []]) {
    const net: Net = { ...openNet, resolve: async () => addresses, ports: 'any' };
    expect(await outcomeOf(`http://rebound.example:${port}/`, net)).toMatchObject({
      ...{ outcome: 'not-tried', why: 'not-public' },
    });
  }
  expect(asked).toEqual([]);
});

test('nor does a redirect lead inside', async () => {
  const inner = await aServer(answering(200));
  const outer = await aServer(answering(302, { location: `http://inside.example:${inner.port}/keys` }));
  const { port } = new URL(outer.url('/'));
  const addresses: Record<string, string> = { 'news.example': '127.0.0.1', 'inside.example': '127.0.0.2' };
  const net: Net = {
    resolve: async (name) => [addresses[name] ?? ''],
    mayAsk: (address) => address === '127.0.0.1',
    ports: 'any',
  };
  expect(await outcomeOf(`http://news.example:${port}/`, net)).toMatchObject({
    ...{ outcome: 'not-tried', why: 'not-public' },
  });
  expect([outer.asked.length, inner.asked.length]).toEqual([1, 0]);
});

test('it connects to the very address that was looked at, under its name', async () => {
  const { url, asked } = await aServer(answering(200));
  let resolved = 0;
  const resolve = async () => {
    resolved += 1;
    return resolved === 1 ? ['127.0.0.1'] : ['127.0.0.2'];
  };
  expect(await outcomeOf(url('/'), { ...here, resolve })).toMatchObject({ outcome: 'answers' });
  expect(resolved).toBe(1);
  expect(asked[0]?.host).toMatch(/^news\.example:/);
});

test.each(['http://news.example:8080/', 'https://news.example:22/', 'http://ana:secret@news.example/'])(
  '%s is never asked for: another port, or a password',
  async (url) => {
    const net = { ...here, ports: 'usual' as const };
    expect(await outcomeOf(url, net)).toMatchObject({ outcome: 'not-tried', why: 'not-public' });
  },
);

test('pages of the site itself are not asked for, nor when a link leads back to one', async () => {
  const { url, asked } = await aServer(answering(302, { location: `${site}/events/vote` }));
  const links = [
    '/campaigns/bus',
    `${site}/events/vote`,
    url('/'),
    'mailto:ana@valley.example',
    'tel:+15550',
  ];
  expect(await tryLinks(links, { site, net: here })).toEqual([
    { url: `${site}/campaigns/bus`, outcome: 'not-tried', status: null, why: 'own-page' },
    { url: `${site}/events/vote`, outcome: 'not-tried', status: null, why: 'own-page' },
    { url: url('/'), outcome: 'answers', status: 302, why: null },
  ]);
  expect(asked).toHaveLength(1);
});

test('each address is asked for once, twenty of them, four at a time', async () => {
  let now = 0;
  let most = 0;
  const { url, asked } = await aServer((_request, reply) => {
    now += 1;
    most = Math.max(most, now);
    setImmediate(() => {
      now -= 1;
      reply.end();
    });
  });
  const links = Array.from({ length: 24 }, (_, n) => url(`/${n}`));
  const trials = await tryLinks([...links, ...links.map((link) => `${link}#part`)], { site, net: here });
  expect(trials).toHaveLength(24);
  expect(new Set(asked.map(({ path }) => path)).size).toBe(20);
  expect(asked).toHaveLength(20);
  expect(most).toBeLessThanOrEqual(4);
  expect(trials.slice(20).map(({ why }) => why)).toEqual(Array(4).fill('one-of-many'));
});

test('no cookie, no word of the site and no more than a byte is asked for', async () => {
  const heads: object[] = [];
  const { url } = await aServer((request, reply) => {
    heads.push(request.headers);
    reply.end();
  });
  await outcomeOf(url('/'));
  expect(heads).toEqual([
    {
      ...{ accept: '*/*', range: 'bytes=0-0', 'user-agent': 'Mozilla/5.0 (compatible; Groundwork)' },
      ...{ host: expect.any(String), connection: 'close' },
    },
  ]);
});

test('whoever writes a group’s mailings tries their links, and nobody else does', async () => {
  const { site: house, member, asOrganizer, begin } = await aWriter();
  const mailing = await begin({ body: 'Be in the room.' });
  const tried = await asOrganizer.post(`${mailing}/link-trials`);
  expect([tried.status, tried.body]).toEqual([200, { rows: [] }]);
  expect((await house.as(member).post(`${mailing}/link-trials`)).status).toBe(404);
  expect((await house.as(null).post(`${mailing}/link-trials`)).status).toBe(401);
});
