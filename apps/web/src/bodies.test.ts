import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { takesBody } from './bodies.ts';

const megabyte = 1_048_576;
const list = { path: '/groups/eastside/people/import', type: 'multipart/form-data; boundary=x' };
const member = 'session=abc';

/** A door whose page answers by the announced length, as that of lists does, and reads nothing. */
const server = createServer((request, response) => {
  if (takesBody(request, response)) response.writeHead(413).end('the page says what to do');
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));

type Sending = { path: string; type: string; megabytes: number; isChunked?: boolean; cookie?: string };
/** Sends for as long as anybody listens, and says what came back and how much had gone by then. */
async function send({ path, type, megabytes, isChunked = false, cookie }: Sending) {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const length = isChunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${megabytes * megabyte}`;
  const cookies = cookie ? `\r\nCookie: ${cookie}` : '';
  let answer = '';
  socket.on('data', (bytes) => (answer += String(bytes)));
  const ended = new Promise((resolve) => socket.once('close', resolve));
  // Being cut off in the middle of sending is an error to the sender.
  socket.on('error', () => {});
  socket.write(`POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Type: ${type}${cookies}\r\n${length}\r\n\r\n`);
  const part = Buffer.alloc(megabyte, 'a');
  let sent = 0;
  for (; sent < megabytes && !socket.destroyed; sent += 1) {
    if (isChunked) socket.write(`${megabyte.toString(16)}\r\n`);
    const isFull = !socket.write(part);
    if (isChunked) socket.write('\r\n');
    if (isFull) await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), ended]);
  }
  if (isChunked && !socket.destroyed) socket.write('0\r\n\r\n');
  if (sent === megabytes) await expect.poll(() => answer).toContain('HTTP/1.1');
  const stays = !socket.destroyed && !answer.toLowerCase().includes('connection: close');
  socket.destroy();
  return { answer, sent, stays };
}

test('a member whose list is somewhat too long is heard out, and then answered by the page', async () => {
  const { answer, sent, stays } = await send({ ...list, megabytes: 34, cookie: member });
  expect([sent, stays]).toEqual([34, true]);
  expect(answer).toContain('the page says what to do');
});

test.each([
  ['a member who sends far more', { ...list, megabytes: 65, cookie: member }],
  ['a stranger', { ...list, megabytes: 34 }],
  [
    'whoever says no length, and sends on after the answer',
    { ...list, megabytes: 300, isChunked: true, cookie: member },
  ],
  ['whoever sends as much to any other page', { ...list, path: '/sign-in', megabytes: 34, cookie: member }],
])('%s is cut off', async (_who, sending) => {
  const { sent, stays } = await send(sending);
  expect(stays).toBe(false);
  expect(sent).toBeLessThan(sending.megabytes / 2);
});

test('whoever says no length, and ends soon after the answer, reads it on a connection that stays', async () => {
  const { answer, sent, stays } = await send({ ...list, megabytes: 1, cookie: member, isChunked: true });
  expect([sent, stays]).toEqual([1, true]);
  expect(answer).toContain('the page says what to do');
});

test('whoever is cut off before they send has the answer', async () => {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write(
    `POST ${list.path} HTTP/1.1\r\nHost: a\r\nContent-Type: ${list.type}\r\nContent-Length: ${900 * megabyte}\r\n\r\n`,
  );
  let answer = '';
  for await (const bytes of socket) answer += String(bytes);
  expect(answer).toContain('the page says what to do');
});
