import { newId } from '@groundwork/database';
import { journal } from '@groundwork/database/journal/tables';
import { place, type Mailer } from '@groundwork/mail';
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aSite, type TestSite } from '../testing.ts';
import { outboxHandlers } from './handlers.ts';
import { promiseMails, writeLetter } from './promises.ts';
import { aMailbox, watchNone, sendTo } from './fixtures.ts';
import { sendDueMails, type Recall } from './sending.ts';
import { mails } from './tables.ts';
import { isMailDue } from './taking.ts';

const promiseTo = (name: string) => ({
  key: `greeting:${name}`,
  to: `${name}@example.org`,
  language: 'en' as const,
  subject: 'Hello',
  letter: { heading: 'Hello', paragraphs: ['Good to have you.'], button: aButton(name) },
});
const aButton = (name: string) => ({ label: 'Come in', url: `https://example.org/in/${name}` });

async function aSiteThatPromised(names: string[]) {
  const site = await aSite();
  await promise(site, names);
  return site;
}

async function promise({ house }: TestSite, names: string[]) {
  await house.db.transaction((tx) => promiseMails(tx, names.map(promiseTo)));
}

const states = async (site: TestSite) =>
  Object.fromEntries((await site.mails()).map(({ key, state }) => [key.replace('greeting:', ''), state]));

const receivers = (mailbox: Awaited<ReturnType<typeof aMailbox>>) => mailbox.mails().flatMap(({ to }) => to);

/** A mail server that answers when it is told to. */
function aSlowMailer() {
  const [begun, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const sent: string[] = [];
  const send = async ({ to }: { to: string }) => {
    sent.push(to);
    begun.resolve();
    await answer.promise;
  };
  const mailer: Mailer = {
    send,
    prepare: async () => ({ send }),
    verify: async () => {},
    close: async () => {},
  };
  return { mailer, sent, begun: begun.promise, answer: answer.resolve };
}

test('a mail that one worker is sending is sent by no other, and keeps none waiting', async () => {
  const site = await aSiteThatPromised(['sam']);
  const slow = aSlowMailer();
  const first = sendDueMails({ ...site.house, ...watchNone, mailer: slow.mailer });
  await slow.begun;
  expect(await isMailDue(site.house)).toBe(false);
  await promise(site, ['ana']);
  expect(await isMailDue(site.house)).toBe(true);
  const mailbox = await aMailbox();
  await sendTo(site, mailbox);
  expect(receivers(mailbox)).toEqual(['ana@example.org']);
  slow.answer();
  await first;
  expect(slow.sent).toEqual(['sam@example.org']);
  expect(await states(site)).toEqual({ sam: 'sent', ana: 'sent' });
});

test('a worker that is asked to close ends with the bundle that it is sending', async () => {
  const site = await aSiteThatPromised(manyNames);
  const closing = new AbortController();
  const slow = aSlowMailer();
  const sending = sendDueMails({ ...site.house, ...watchNone, mailer: slow.mailer }, closing.signal);
  await slow.begun;
  closing.abort();
  slow.answer();
  await sending;
  const settled = Object.values(await states(site)).filter((state) => state === 'sent');
  expect(settled).toHaveLength(slow.sent.length);
  expect(settled.length).toBeLessThan(manyNames.length);
  expect(await isMailDue(site.house)).toBe(true);
});

test('a worker is at two bundles at a time, and at no third', async () => {
  const site = await aSiteThatPromised([...manyNames, ...manyNames.map((name) => `${name}.too`)]);
  const slow = aSlowMailer();
  const { run } = outboxHandlers(slow.mailer, watchNone).whenDue['outbox.send'];
  const first = run(site.ctx(), new AbortController().signal);
  await expect.poll(() => slow.sent.length).toBe(100);
  await run(site.ctx(), new AbortController().signal);
  expect(slow.sent).toHaveLength(100);
  slow.answer();
  await first;
  expect(slow.sent).toHaveLength(120);
  expect(new Set(slow.sent).size).toBe(120);
});

const manyNames = Array.from({ length: 60 }, (_, n) => `reader${n}`);

test('many are promised together, each once, and the journal holds none of them', async () => {
  const site = await aSiteThatPromised(manyNames);
  await promise(site, manyNames.slice(0, 15));
  expect(await site.db.select().from(journal)).toEqual([]);

  const mailbox = await aMailbox();
  await sendTo(site, mailbox);
  await sendTo(site, mailbox);
  expect(receivers(mailbox).toSorted()).toEqual(manyNames.map((name) => `${name}@example.org`).toSorted());
  for (const { to, text } of mailbox.mails())
    expect(text).toContain(`https://example.org/in/${to[0]?.split('@')[0]}\n`);
});

test('a mail that fails for now delays none of the others, and goes out when it is tried again', async () => {
  const site = await aSiteThatPromised(manyNames);
  const mailbox = await aMailbox();
  mailbox.refuse('reader3@example.org', 451);
  mailbox.refuse('reader14@example.org');
  await expect(sendTo(site, mailbox)).rejects.toThrow('451');
  expect(await states(site)).toMatchObject({ reader2: 'sent', reader3: 'promised', reader14: 'refused' });
  expect(receivers(mailbox)).toHaveLength(58);
  const refused = await site.house.db.select().from(journal).where(eq(journal.kind, 'outbox.mail-refused'));
  expect(refused).toHaveLength(1);

  const again = await aMailbox();
  await sendTo(site, again);
  expect(receivers(again)).toEqual([]);
  await makeDue(site);
  await sendTo(site, again);
  expect(receivers(again)).toEqual(['reader3@example.org']);
});

test('a server that refuses all alike does not know the site: they are tried again, and none is emptied', async () => {
  const site = await aSiteThatPromised(manyNames);
  const mailbox = await aMailbox();
  mailbox.disturb({ receivers: 550 });
  await expect(sendTo(site, mailbox)).rejects.toThrow('550');
  expect(new Set(Object.values(await states(site)))).toEqual(new Set(['promised']));
  mailbox.disturb();
  await makeDue(site);
  await sendTo(site, mailbox);
  expect(receivers(mailbox)).toHaveLength(manyNames.length);
});

async function makeDue({ db }: TestSite) {
  await db.update(mails).set({ dueAt: sql`now()` });
}

test('what fails again and again waits longer each time, and an hour or so at most', async () => {
  const site = await aSiteThatPromised(['sam']);
  const mailbox = await aMailbox();
  mailbox.disturb({ greeting: 421 });
  const waits: number[] = [];
  for (let attempt = 0; attempt < 9; attempt += 1) {
    await makeDue(site);
    await expect(sendTo(site, mailbox)).rejects.toThrow();
    const [mail] = await site.mails();
    expect(mail).toMatchObject({ state: 'promised', attemptCount: attempt + 1 });
    waits.push(((mail?.dueAt?.getTime() ?? 0) - Date.now()) / 1000);
  }
  const most = [1, 4, 16, 64, 256, 1024, 4096, 4096, 4096];
  for (const [at, wait] of waits.entries()) {
    expect(wait).toBeLessThanOrEqual(most[at] ?? 0);
    expect(wait).toBeGreaterThan((most[at] ?? 0) * 0.8 - 1);
  }
});

test('what fails for three days is given up, and says so', async () => {
  const site = await aSiteThatPromised(['sam']);
  const mailbox = await aMailbox();
  mailbox.disturb({ greeting: 421 });
  await site.db.update(mails).set({ promisedAt: sql`now() - interval '73 hours'` });
  await expect(sendTo(site, mailbox)).rejects.toThrow();
  expect(await site.mails()).toMatchObject([{ state: 'refused', letter: null, subject: 'Hello' }]);
  expect((await site.db.select().from(journal)).map(({ kind }) => kind)).toEqual(['outbox.mail-refused']);
});

test('a mail that waited long because no worker ran is sent all the same', async () => {
  const site = await aSiteThatPromised(['sam']);
  await site.db.update(mails).set({ promisedAt: sql`now() - interval '30 days'` });
  const mailbox = await aMailbox();
  await sendTo(site, mailbox);
  expect(receivers(mailbox)).toEqual(['sam@example.org']);
});

/** A letter to many that these will get. */
async function promiseToMany({ house }: TestSite, names: string[]) {
  const mailingId = newId();
  await house.db.transaction(async (tx) => {
    const letter = { heading: 'News', paragraphs: [`Dear ${place('name')}`] };
    const many = { groupId: null, language: 'en' as const };
    const letterId = await writeLetter(tx, { ...many, subject: 'News', letter });
    const own = (name: string) => ({ ...promiseTo(name), letterId, mailingId, values: { name } });
    promiseMails(
      tx,
      names.map(own).map(({ subject: _subject, letter: _letter, ...mail }) => mail),
    );
  });
  return mailingId;
}

test('a recalled mail is gone before the mail server has answered about the others', async () => {
  const site = await aSite();
  const of = (name: string) => ({ ...promiseTo(name), personId: newId() });
  await site.house.db.transaction((tx) => promiseMails(tx, [of('ana'), of('bea')]));
  const ana = (await site.mails()).find(({ key }) => key === 'greeting:ana');
  const slow = aSlowMailer();
  const recall: Recall = async (_house, _tx, waiting) => ({
    gone: new Set(waiting.map(({ id }) => id).filter((id) => id === ana?.id)),
    later: new Map(),
    passedOver: new Set(),
  });
  const sending = sendDueMails({ ...site.house, ...watchNone, mailer: slow.mailer, recall });
  await slow.begun;
  expect(await states(site)).toEqual({ bea: 'promised' });
  slow.answer();
  await sending;
  expect(slow.sent).toEqual(['bea@example.org']);
});

test('what one receiver waits for goes before what many are told', async () => {
  const site = await aSite();
  await promiseToMany(site, manyNames);
  await promise(site, ['sam']);
  const slow = aSlowMailer();
  slow.answer();
  await sendDueMails({ ...site.house, ...watchNone, mailer: slow.mailer });
  expect(slow.sent).toHaveLength(61);
  expect(slow.sent[0]).toBe('sam@example.org');
});

test('the worker takes what was promised, and keeps it where no mail is sent', async () => {
  const site = await aSiteThatPromised(['ana', 'bea']);
  await site.work();
  expect(await states(site)).toEqual({ ana: 'kept', bea: 'kept' });
});

test('a mail whose letter has a place that it has no value for is tried again, and keeps no other', async () => {
  const site = await aSite();
  await promiseToMany(site, ['ana', 'bea']);
  await site.db.update(mails).set({ values: {} }).where(eq(mails.key, 'greeting:ana'));
  const mailbox = await aMailbox();
  await expect(sendTo(site, mailbox)).rejects.toThrow('no value');
  expect(receivers(mailbox)).toEqual(['bea@example.org']);
});
