import nodemailer from 'nodemailer';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import type { ArrivedMail } from './inbox.ts';
import { listenForMail } from './listening.ts';

async function aListener(take: (arrived: ArrivedMail) => Promise<boolean>) {
  const isKnown = (address: string) => address.startsWith('returns+');
  const { port, close } = await listenForMail({ host: '127.0.0.1', port: 0 }, { isKnown, take });
  onTestFinished(close);
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port, lmtp: true, ignoreTLS: true });
  const bring = (to: string, body = 'Gone.') =>
    transport.sendMail({ envelope: { from: '', to: [to] }, raw: `Subject: failure\r\n\r\n${body}\r\n` });
  return { port, bring };
}

test('a message is taken with the address that its envelope names, and answered once it is kept', async () => {
  const came: ArrivedMail[] = [];
  const { promise: kept, resolve: keep } = Promise.withResolvers<void>();
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
  const { bring } = await aListener(async (one) => {
    came.push(one);
    arrive();
    await kept;
    return true;
  });
  let isAnswered = false;
  const answered = bring('returns+Token@groves.example').then(() => (isAnswered = true));
  await arrived;
  expect(isAnswered).toBe(false);
  keep();
  await answered;
  expect(came[0]?.receivers).toEqual(['returns+Token@groves.example']);
  expect(Buffer.from(came[0]?.raw ?? []).toString()).toContain('Gone.');
});

test('whoever is not known is refused for good, and what could not be kept for now', async () => {
  const { bring } = await aListener(() => Promise.reject(new Error('no database for ana@example.org')));
  await expect(bring('ana@groves.example')).rejects.toMatchObject({ responseCode: 550 });
  const { rejectedErrors } = await bring('returns+x@groves.example');
  expect(rejectedErrors).toMatchObject([
    { responseCode: 451, response: expect.not.stringContaining('example.org') },
  ]);
});

test('whoever wrote a letter that nobody reads hears of that', async () => {
  const { bring } = await aListener(async () => false);
  const { rejectedErrors } = await bring('returns+x@groves.example');
  expect(rejectedErrors).toMatchObject([{ responseCode: 550, response: expect.stringContaining('5.7.1') }]);
});

test('of a long message its beginning is taken', async () => {
  const came: ArrivedMail[] = [];
  const { bring } = await aListener(async (one) => came.push(one) > 0);
  await bring('returns+x@groves.example', 'x'.repeat(3_000_000));
  expect(came[0]?.raw.length).toBe(262_144);
});

test('a port that another has cannot be had', async () => {
  const { port } = await aListener(async () => true);
  const door = { isKnown: () => true, take: async () => true };
  await expect(listenForMail({ host: '127.0.0.1', port }, door)).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});

test('nothing that a stranger says ends it', async () => {
  const { port, bring } = await aListener(async () => true);
  const speak = async (words: string) => {
    const socket = connect(port, '127.0.0.1');
    socket.end(words);
    return text(socket).catch(() => '');
  };
  await speak('GET / HTTP/1.1\r\n\r\n');
  await speak('LHLO x\r\nMAIL FROM:<>\r\nRCPT TO:<returns+x@y.example>\r\nDATA\r\nhalf of it');
  await speak('\0\xff'.repeat(5_000));
  await speak(`LHLO ${'x'.repeat(20_000)}\r\nMAIL FROM:<a@b>\r\nRCPT TO:<\r\nDATA\r\nQUIT\r\n`);
  await bring('returns+x@groves.example');
});
