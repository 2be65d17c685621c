import { aMailing } from '@groundwork/features/mailings/fixtures';
import { aMailbox } from '@groundwork/features/outbox/fixtures';
import { aSite, type TestSite } from '@groundwork/features/testing';
import { aReturnReport, bringMail } from '@groundwork/inbox/fixtures';
import { startImapServer } from '@groundwork/inbox/testing';
import { silent } from '@groundwork/metrics';
import { openLog } from '@groundwork/processes/log';
import { sql } from 'drizzle-orm';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { readInbox, startArriving } from './arriving.ts';

const surroundings = { log: openLog('worker', 'silent'), metrics: silent };

/** A site whose mail comes back to an address of its own, and where one of its mails comes back to. */
async function aSiteThatSent() {
  const site = await aSite();
  site.house.settings.returnAddress = 'returns@groves.example';
  const mailing = await aMailing(site);
  await mailing.add();
  const mailbox = await aMailbox();
  await mailing.run();
  await mailing.send(mailbox);
  return { site, path: mailbox.mails()[0]?.returnPath ?? '' };
}

async function aFreePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { port, free: () => new Promise((resolve) => server.close(resolve)) };
}

const kinds = async ({ db }: TestSite) =>
  (await db.execute<{ kind: string }>(sql`select kind from mail_returns`)).rows.map(({ kind }) => kind);
const inboxes = async ({ db }: TestSite) =>
  (await db.execute(sql`select way, why, worked_at is not null as works from inboxes`)).rows;

test('what a mail server brings over LMTP is kept by the time that it is answered', async () => {
  const { site, path } = await aSiteThatSent();
  const { port, free } = await aFreePort();
  await free();
  site.house.settings.lmtpAddress = { host: '127.0.0.1', port };
  const arriving = startArriving(site.house, surroundings);
  onTestFinished(() => arriving.close());
  await vi.waitFor(async () =>
    expect(await inboxes(site)).toEqual([{ way: 'lmtp', why: null, works: true }]),
  );
  expect(await bringMail(port, path, aReturnReport())).toEqual([]);
  expect(await kinds(site)).toEqual(['gone']);
  await expect(bringMail(port, path.replace('@', '2@'), aReturnReport())).rejects.toMatchObject({
    responseCode: 550,
  });
  expect(await bringMail(port, path, 'From: ana@example.org\r\n\r\nHello')).toEqual([550]);
});

test('a port that another has is told to stewards, and ends nothing', async () => {
  const { site } = await aSiteThatSent();
  const { port, free } = await aFreePort();
  onTestFinished(async () => void (await free()));
  site.house.settings.lmtpAddress = { host: '127.0.0.1', port };
  const arriving = startArriving(site.house, surroundings);
  onTestFinished(() => arriving.close());
  await vi.waitFor(async () =>
    expect(await inboxes(site)).toEqual([{ way: 'lmtp', why: 'unreachable', works: false }]),
  );
});

test('of two workers one listens, and that the other cannot is no failure', async () => {
  const { site } = await aSiteThatSent();
  const { port, free } = await aFreePort();
  await free();
  site.house.settings.lmtpAddress = { host: '127.0.0.1', port };
  const works = [{ way: 'lmtp', why: null, works: true }];
  for (const first of [true, false]) {
    const refused = vi.spyOn(surroundings.log, 'warn');
    const arriving = startArriving(site.house, surroundings);
    onTestFinished(() => arriving.close());
    await vi.waitFor(async () =>
      expect(first ? await inboxes(site) : refused.mock.calls.length).toEqual(first ? works : 1),
    );
  }
  expect(await inboxes(site)).toEqual(works);
});

test('what lies in the mailbox is read, and only what came back is taken out of it', async () => {
  const { site, path } = await aSiteThatSent();
  const server = await startImapServer();
  onTestFinished(() => server.close());
  await server.deliver(`Delivered-To: ${path}\r\n${aReturnReport('5.2.2').toString()}`);
  await server.deliver(`Delivered-To: ${path}\r\nFrom: ana@example.org\r\n\r\nHello`);
  await server.deliver(`Delivered-To: hello@groves.example\r\n${aReturnReport().toString()}`);
  expect(await readInbox(site.house, server.url)).toBe(1);
  expect(await kinds(site)).toEqual(['later']);
  expect(await server.list()).toEqual([{ isSeen: true }, { isSeen: true }]);
  expect(await inboxes(site)).toEqual([{ way: 'imap', why: null, works: true }]);
});

test('a mailbox that does not let us in is told to stewards by why, and is well again once it does', async () => {
  const { site } = await aSiteThatSent();
  const server = await startImapServer();
  onTestFinished(() => server.close());
  await expect(readInbox(site.house, server.url.replace('p%40ss', 'other'))).rejects.toThrow('signed-out');
  expect(await inboxes(site)).toEqual([{ way: 'imap', why: 'signed-out', works: false }]);
  await readInbox(site.house, server.url);
  expect(await inboxes(site)).toEqual([{ way: 'imap', why: null, works: true }]);
});
