import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerStranger } from './strangers.ts';
import type { WatchedRequest } from './lib/watching/watching.ts';

let renderings = 0;
let isShared = true;
const watched: WatchedRequest['watched'][] = [];

/** A door before pages that count themselves. */
const server = createServer((asked: WatchedRequest, response) => {
  response.once('close', () => watched.push(asked.watched));
  if (answerStranger(asked, response)) return;
  renderings += 1;
  const body = `<p>${renderings}</p>`;
  const bytes = new TextEncoder().encode(body);
  const headers: [string, string][] = [['content-type', 'text/html']];
  const page = { status: 200, headers, bytes, askedAt: performance.now(), packed: new Map() };
  asked.watched = { route: '/campaigns/[slug]', ...(isShared && { page }) };
  response.end(body);
});

beforeEach(async () => {
  [renderings, isShared, watched.length] = [0, true, 0];
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

async function ask(path: string, { method = 'GET', ...headers }: Record<string, string> = {}) {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ body: Buffer; headers: IncomingHttpHeaders }>((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ body: Buffer.concat(chunks), headers: response.headers }));
    });
    asking.on('error', reject).end();
  });
}
const read = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).body.toString();

test('strangers of one second are shown one rendering, which is counted as its page for each', async () => {
  expect([await read('/a'), await read('/a'), await read('/a')]).toEqual([
    '<p>1</p>',
    '<p>1</p>',
    '<p>1</p>',
  ]);
  expect(watched.map((noted) => noted?.route)).toEqual(Array.from({ length: 3 }, () => '/campaigns/[slug]'));
});

test('whoever carries a cookie, sends something or has a page already is not answered at the door', async () => {
  await ask('/b');
  const others: Record<string, string>[] = [
    { cookie: 'language=es' },
    { method: 'POST' },
    { 'if-none-match': '"x"' },
  ];
  const answers: string[] = [];
  for (const other of others) answers.push(await read('/b', other));
  expect(answers).toEqual(['<p>2</p>', '<p>3</p>', '<p>4</p>']);
});

test('another address, host, scheme or language is another page', async () => {
  await ask('/c');
  const others: [string, Record<string, string>][] = [
    ['/c?then=1', {}],
    ['/c', { host: 'other.example' }],
    ['/c', { 'x-forwarded-proto': 'https' }],
    ['/c', { 'accept-language': 'ar' }],
  ];
  const answers: string[] = [];
  for (const other of others) answers.push(await read(...other));
  expect(answers).toEqual(['<p>2</p>', '<p>3</p>', '<p>4</p>', '<p>5</p>']);
});

test('a page that only one may see is kept for nobody', async () => {
  isShared = false;
  expect([await read('/d'), await read('/d')]).toEqual(['<p>1</p>', '<p>2</p>']);
});

test('who can unpack it is given it packed', async () => {
  await ask('/e');
  const { body, headers } = await ask('/e', { 'accept-encoding': 'gzip, br' });
  expect(headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(body).toString()).toBe('<p>1</p>');
});
