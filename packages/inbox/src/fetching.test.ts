import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { fetchMail } from './fetching.ts';
import type { ArrivedMail } from './inbox.ts';
import { startImapServer } from './testing.ts';

const message = (n: number, to = `returns+token${n}@groves.example`) =>
  `Delivered-To: ${to}\r\nFrom: MAILER-DAEMON@example.org\r\nTo: Somebody <${to}>\r\nSubject: ${n}\r\n\r\nGone.\r\n`;

async function anImapServer() {
  const server = await startImapServer();
  onTestFinished(() => server.close());
  return server;
}

test('what is dealt with is deleted, the rest stays as seen, and nothing is read twice', async () => {
  const server = await anImapServer();
  await server.deliver(message(1));
  await server.deliver(message(2));
  await server.deliver(message(3));
  const came: ArrivedMail[] = [];
  const take = async (batch: ArrivedMail[]) => {
    came.push(...batch);
    return batch.map(({ receivers }) => receivers[0] !== 'returns+token2@groves.example');
  };
  expect(await fetchMail(server.url, take)).toBe(2);
  expect(came.map(({ receivers }) => receivers)).toEqual([
    ['returns+token1@groves.example'],
    ['returns+token2@groves.example'],
    ['returns+token3@groves.example'],
  ]);
  expect(await server.list()).toEqual([{ isSeen: true }]);
  expect(await fetchMail(server.url, take)).toBe(0);
  expect(came).toHaveLength(3);
});

test('many are read batch by batch, and of a long one its beginning', async () => {
  const server = await anImapServer();
  for (let n = 0; n < 120; n += 1) await server.deliver(message(n));
  await server.deliver(`${message(120)}${'x'.repeat(2_000_000)}`);
  const sizes: number[] = [];
  let longest = 0;
  const count = await fetchMail(server.url, async (batch) => {
    sizes.push(batch.length);
    longest = Math.max(longest, ...batch.map(({ raw }) => raw.length));
    return batch.map(() => true);
  });
  expect({ count, sizes, longest }).toEqual({ count: 121, sizes: [50, 50, 21], longest: 262_144 });
  expect(await server.list()).toEqual([]);
});

test('one that could not be kept stays as it was, and keeps no other', async () => {
  const server = await anImapServer();
  for (const n of [1, 2, 3]) await server.deliver(message(n));
  expect(await fetchMail(server.url, async () => [true, null, false])).toBe(1);
  expect(await server.list()).toEqual([{ isSeen: false }, { isSeen: true }]);
});

test('a batch that could not be kept stays as it was', async () => {
  const server = await anImapServer();
  await server.deliver(message(1));
  await expect(fetchMail(server.url, () => Promise.reject(new Error('no disk')))).rejects.toThrow('no disk');
  expect(await server.list()).toEqual([{ isSeen: false }]);
});

test('why a mailbox cannot be read is told by a code, without what the server said', async () => {
  const server = await anImapServer();
  const nobody = async () => [];
  await expect(fetchMail(server.url.replace('p%40ss', 'wrong'), nobody)).rejects.toMatchObject({
    why: 'signed-out',
    message: expect.not.stringContaining('inbox'),
  });
  await expect(fetchMail(server.url.replace('INBOX', 'Other'), nobody)).rejects.toMatchObject({
    why: 'no-mailbox',
  });
  const closed = createServer().listen(0, '127.0.0.1');
  await once(closed, 'listening');
  const { port } = closed.address() as AddressInfo;
  closed.close();
  await expect(fetchMail(`imap://a:b@127.0.0.1:${port}/INBOX`, nobody)).rejects.toMatchObject({
    why: 'unreachable',
  });
});
