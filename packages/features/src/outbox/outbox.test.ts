import { journal } from '@groundwork/database/journal/tables';
import { openMailer, type Mailer } from '@groundwork/mail';
import { startMailbox } from '@groundwork/mail/testing';
import { eq } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { aSite, type TestSite } from '../testing.ts';
import { promiseMail, promiseMails, sendMails, type MailPromise } from './actions.ts';
import { mails } from './tables.ts';

const promiseTo = (name: string): MailPromise => ({
  key: `greeting:${name}`,
  to: `${name}@example.org`,
  language: 'en',
  subject: 'Hello',
  letter: { heading: 'Hello', paragraphs: ['Good to have you.'], button: aButton(name) },
});
const aButton = (name: string) => ({ label: 'Come in', url: `https://example.org/in/${name}` });

async function aSiteThatPromised(names: string[]) {
  const site = await aSite();
  await promise(site, names);
  return site;
}

async function aMailbox() {
  const mailbox = await startMailbox();
  const mailer = openMailer({ smtpUrl: mailbox.url, mailFrom: 'hello@valley.test' });
  onTestFinished(async () => {
    await mailer.close();
    await mailbox.close();
  });
  const receivers = () => mailbox.mails().flatMap(({ to }) => to);
  const send = async (site: TestSite) => sendMails({ ...site.house, mailer }, await promisedIds(site));
  return { mailbox, receivers, send };
}

async function promise({ house }: TestSite, names: string[]) {
  await house.db.transaction((tx) => promiseMails(tx, names.map(promiseTo)));
}

/** What the jobs of the bundles are given. */
async function promisedIds(site: TestSite) {
  return (await bundles(site)).flatMap(({ data }) => data.mailIds as string[]);
}

function bundles({ house }: TestSite) {
  return house.db.select().from(journal).where(eq(journal.kind, 'outbox.mail-promised')).orderBy(journal.id);
}

const states = async (site: TestSite) =>
  Object.fromEntries((await site.mails()).map(({ key, state }) => [key.replace('greeting:', ''), state]));

test('a mail that one worker is sending is sent by no other, and keeps none waiting', async () => {
  const { house } = await aSite();
  await house.db.transaction((tx) => promiseMail(tx, promiseTo('sam')));
  const [mail] = await house.db.select().from(mails);
  const begun = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  let sentCount = 0;
  const mailer: Mailer = {
    async send() {
      sentCount += 1;
      begun.resolve();
      await answer.promise;
    },
    verify: async () => {},
    close: async () => {},
  };
  const send = () => sendMails({ ...house, mailer }, [mail?.id ?? '']);
  const first = send();
  await begun.promise;
  await expect(send()).rejects.toThrow();
  answer.resolve();
  await first;
  await send();
  expect(sentCount).toBe(1);
});

const manyNames = Array.from({ length: 25 }, (_, n) => `reader${n}`);

test('many are promised by the bundle, each once, and the journal holds no address', async () => {
  const site = await aSiteThatPromised(manyNames);
  await promise(site, manyNames.slice(0, 15));
  const entries = await bundles(site);
  expect(entries.map(({ data }) => (data.mailIds as string[]).length)).toEqual([10, 10, 5]);
  expect(JSON.stringify(entries)).not.toContain('reader');

  const { mailbox, receivers, send } = await aMailbox();
  await send(site);
  await send(site);
  expect(receivers().toSorted()).toEqual(manyNames.map((name) => `${name}@example.org`).toSorted());
  for (const { to, text } of mailbox.mails())
    expect(text).toContain(`https://example.org/in/${to[0]?.split('@')[0]}\n`);
});

test('one that fails for now keeps none of the others, and goes out when it is tried again', async () => {
  const site = await aSiteThatPromised(manyNames);
  const { mailbox, receivers, send } = await aMailbox();
  mailbox.refuse('reader3@example.org', 451);
  mailbox.refuse('reader14@example.org');
  await expect(send(site)).rejects.toThrow('451');
  expect(await states(site)).toMatchObject({ reader2: 'sent', reader3: 'promised', reader14: 'refused' });
  expect(receivers()).toHaveLength(23);
  const refused = await site.house.db.select().from(journal).where(eq(journal.kind, 'outbox.mail-refused'));
  expect(refused).toHaveLength(1);

  const again = await aMailbox();
  await again.send(site);
  expect(again.receivers()).toEqual(['reader3@example.org']);
});

test('the worker takes what was promised by the bundle, and keeps it where no mail is sent', async () => {
  const site = await aSiteThatPromised(['ana', 'bea']);
  await site.work();
  expect(await states(site)).toEqual({ ana: 'kept', bea: 'kept' });
});
