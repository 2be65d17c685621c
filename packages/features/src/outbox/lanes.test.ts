import { newId } from '@groundwork/database';
import { openMailer, place } from '@groundwork/mail';
import { startMailbox } from '@groundwork/mail/testing';
import { eq, isNotNull, sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { aSite, type TestSite } from '../testing.ts';
import { aMailbox, sendTo, watchNone } from './fixtures.ts';
import { findHeadroom, forgetPaces, hearOutcomes, spendHeadroom } from '../paces/actions.ts';
import { mailPaces } from '../paces/tables.ts';
import { promiseMails, writeLetter } from './promises.ts';
import { openSendingLanes, sendDueMails } from './sending.ts';
import { mails } from './tables.ts';
import { isMailDue } from './taking.ts';

const letter = { heading: 'More buses', paragraphs: [`Dear ${place('name')}, come.`] };

/** A letter of a group to so many at a domain. */
async function aLetterTo(site: TestSite, domain: string, count: number, groupId = newId()) {
  await site.ctx().change(async (tx) => {
    const letterId = await writeLetter(tx, { groupId, language: 'en', subject: 'News', letter });
    const promises = Array.from({ length: count }, (_, n) => ({
      ...{ key: `${groupId} ${domain} ${n}`, to: `reader${n}@${domain}`, language: 'en' as const },
      ...{ groupId, letterId, values: { name: `Reader ${n}` } },
    }));
    promiseMails(tx, promises);
  });
  return groupId;
}

const perhapsAgain = async (site: TestSite) => {
  await site.db
    .update(mailPaces)
    .set({ restsUntil: sql`now()`, refilledAt: sql`now()`, stretchFrom: sql`now()` });
  await site.db
    .update(mails)
    .set({ dueAt: sql`now()` })
    .where(isNotNull(mails.lane));
};
const paceOf = async (site: TestSite, provider: string) =>
  (await site.db.select().from(mailPaces).where(eq(mailPaces.provider, provider)))[0];

test('a provider that takes nothing now is left alone, while others get theirs, and none is lost', async () => {
  const site = await aSite();
  const mailbox = await aMailbox();
  mailbox.refuse('@slow.example', 421);
  await aLetterTo(site, 'slow.example', 120);
  await aLetterTo(site, 'quick.example', 60);
  await expect(sendTo(site, mailbox)).rejects.toThrow('421');
  expect(
    mailbox
      .mails()
      .flatMap(({ to }) => to)
      .filter((to) => to.endsWith('@quick.example')),
  ).toHaveLength(60);
  expect(await paceOf(site, 'slow.example')).toMatchObject({
    perSecond: 5,
    stopCount: 1,
    troubleCode: '421',
  });
  const tried = await site.db.$count(mails, sql`attempt_count > 0 and state = 'promised'`);
  expect(tried).toBe(50);

  // While it rests nothing more is tried there.
  await site.db
    .update(mails)
    .set({ dueAt: sql`now()` })
    .where(isNotNull(mails.lane));
  await sendTo(site, mailbox);
  expect(await site.db.$count(mails, sql`attempt_count > 1`)).toBe(0);

  mailbox.refuse('@slow.example', 0);
  await perhapsAgain(site);
  await site.db.update(mailPaces).set({ perSecond: 1_000 });
  await sendTo(site, mailbox);
  const receivers = mailbox.mails().flatMap(({ to }) => to);
  expect(receivers).toHaveLength(180);
  expect(new Set(receivers).size).toBe(180);
});

test('of a provider that nobody knows, all that send in one process take no more than the first few together', async () => {
  const site = await aSite();
  const mailbox = await aMailbox();
  mailbox.refuse('@slow.example', 421);
  await aLetterTo(site, 'slow.example', 120);
  const mailer = openMailer({ smtpUrl: mailbox.url, mailFrom: site.house.settings.mailFrom });
  onTestFinished(() => mailer.close());
  const lanes = openSendingLanes();
  const send = async () => sendDueMails({ ...site.house, ...watchNone, mailer }, undefined, lanes);
  const calls = await Promise.allSettled([send(), send(), send()]);
  expect(calls.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  expect(await site.db.$count(mails, sql`attempt_count > 0`)).toBe(50);
});

test('what may leave is not saved up while a provider rests', async () => {
  const site = await aSite();
  const outcome = { takenCount: 0, putOffCount: 50, code: '421' };
  await hearOutcomes(site.house, new Map([['slow.example', outcome]]));
  const pace = await paceOf(site, 'slow.example');
  expect(pace).toMatchObject({ headroom: 0, perSecond: 5 });
  expect(pace?.refilledAt).toEqual(pace?.restsUntil);
  expect((await findHeadroom(site.house))('slow.example').count).toBe(0);
});

test('one of many that the version before promised, which knew no lanes, goes out', async () => {
  const site = await aSite();
  const mailbox = await aMailbox();
  await aLetterTo(site, 'one.example', 1);
  const [promised] = await site.db.delete(mails).returning();
  if (!promised) throw new Error('nothing was promised');
  await site.db.insert(mails).values({ ...promised, lane: null });
  await sendTo(site, mailbox);
  expect(mailbox.mails()).toHaveLength(1);
});

test('whoever spends room of many providers at once, or hears of them, does not wait for each other', async () => {
  const site = await aSite();
  const providers = Array.from({ length: 40 }, (_, n) => `town${n}.example`);
  const heard = { takenCount: 30, putOffCount: 1, code: null };
  const some = (turn: number) => (turn % 2 === 0 ? providers : providers.toReversed());
  await Promise.all(
    Array.from({ length: 24 }, async (_, turn) => {
      if (turn % 3 === 0) await hearOutcomes(site.house, new Map(some(turn).map((one) => [one, heard])));
      await spendHeadroom(site.house, new Map(some(turn).map((one) => [one, 1])));
    }),
  );
  expect(await site.db.$count(mailPaces)).toBe(40);
});

test('how fast somebody takes mail is known until nothing went there for a week', async () => {
  const site = await aSite();
  const heard = { takenCount: 30, putOffCount: 0, code: null };
  await hearOutcomes(site.house, new Map(['old.example', 'new.example'].map((one) => [one, heard])));
  const longAgo = sql`now() - interval '8 days'`;
  await site.db.update(mailPaces).set({ refilledAt: longAgo, stretchFrom: longAgo });
  await spendHeadroom(site.house, new Map([['new.example', 1]]));
  await forgetPaces(site.house);
  expect(await site.db.select().from(mailPaces)).toMatchObject([{ provider: 'new.example' }]);
});

test('what waited for days in a lane is tried as often as any other before it is given up', async () => {
  const site = await aSite();
  const mailbox = await aMailbox();
  await aLetterTo(site, 'slow.example', 1);
  await site.db.update(mails).set({ promisedAt: sql`now() - interval '5 days'` });
  mailbox.refuse('@slow.example', 451);
  await expect(sendTo(site, mailbox)).rejects.toThrow('451');
  expect(await site.db.select().from(mails)).toMatchObject([{ state: 'promised', attemptCount: 1 }]);
  await site.db.update(mails).set({ dueAt: sql`now()`, admittedAt: sql`now() - interval '4 days'` });
  await expect(sendTo(site, mailbox)).rejects.toThrow('451');
  expect(await site.db.select().from(mails)).toMatchObject([{ state: 'refused' }]);
});

test('a domain none of whose many addresses is there keeps no other waiting', async () => {
  const site = await aSite();
  const mailbox = await aMailbox();
  mailbox.refuse('@old.example', 550);
  await aLetterTo(site, 'old.example', 40);
  await expect(sendTo(site, mailbox)).rejects.toThrow('550');
  expect(await paceOf(site, '*')).toBeUndefined();
  await aLetterTo(site, 'quick.example', 10);
  await sendTo(site, mailbox);
  expect(mailbox.mails()).toHaveLength(10);
});

test('some of many that are put off slow their provider down, and stop nobody', async () => {
  const site = await aSite();
  const mailbox = await aMailbox();
  for (let n = 0; n < 10; n += 1) mailbox.refuse(`reader${n}@slow.example`, 451);
  await aLetterTo(site, 'slow.example', 50);
  await expect(sendTo(site, mailbox)).rejects.toThrow('451');
  expect(mailbox.mails()).toHaveLength(40);
  expect(await paceOf(site, 'slow.example')).toMatchObject({
    perSecond: 5,
    stopCount: 0,
    troubledPerSecond: 10,
  });
});

test('a mail server that takes nothing from anyone is asked by a few, and the others wait untried', async () => {
  const site = await aSite();
  const mailbox = await aMailbox();
  mailbox.disturb({ greeting: 421 });
  const groupId = newId();
  for (let n = 0; n < 90; n += 1) await aLetterTo(site, `town${n}.example`, 1, groupId);
  await expect(sendTo(site, mailbox)).rejects.toThrow('421');
  expect(await site.db.$count(mails, sql`attempt_count > 0`)).toBe(50);
  expect(await site.db.select().from(mailPaces)).toMatchObject([{ provider: '*', stopCount: 1 }]);
  mailbox.disturb();
  await perhapsAgain(site);
  await sendTo(site, mailbox);
  expect(mailbox.mails()).toHaveLength(90);
});

test('one that does not answer at all is left alone for some seconds', async () => {
  const site = await aSite();
  const mailbox = await startMailbox();
  await mailbox.close();
  await aLetterTo(site, 'one.example', 90);
  await expect(sendTo(site, mailbox)).rejects.toThrow();
  expect(await site.db.$count(mails, sql`attempt_count > 0`)).toBe(50);
  expect(await site.db.select().from(mailPaces)).toMatchObject([{ provider: '*', stopCount: 1 }]);
});

test('what one receiver waits for passes a mail server that rests', async () => {
  const site = await aSite();
  const mailbox = await aMailbox();
  mailbox.refuse('@slow.example', 421);
  await aLetterTo(site, 'slow.example', 60);
  await expect(sendTo(site, mailbox)).rejects.toThrow('421');
  mailbox.refuse('@slow.example', 0);
  await site.ctx().change(async (tx) =>
    promiseMails(tx, [
      {
        key: 'reset',
        to: 'ana@slow.example',
        language: 'en',
        subject: 'Your new password',
        letter: { paragraphs: ['Here.'] },
      },
    ]),
  );
  await sendTo(site, mailbox);
  expect(mailbox.mails().map(({ to }) => to)).toEqual([['ana@slow.example']]);
});

test('of groups that write at once each gets its share: a long list keeps no short one waiting', async () => {
  const site = await aSite();
  const mailbox = await aMailbox();
  for (const domain of ['a.example', 'b.example', 'c.example', 'd.example'])
    await aLetterTo(site, domain, 50, MANY);
  await aLetterTo(site, 'e.example', 40, FEW);
  const mailer = openMailer({ smtpUrl: mailbox.url, mailFrom: site.house.settings.mailFrom });
  onTestFinished(() => mailer.close());
  const closing = new AbortController();
  closing.abort();
  const lanes = openSendingLanes();
  // Closing, each call sends one bundle.
  for (let n = 0; n < 2; n += 1)
    await sendDueMails({ ...site.house, ...watchNone, mailer }, closing.signal, lanes);
  const left = await site.db.$count(mails, sql`state = 'promised' and group_id = ${FEW}`);
  const sent = await site.db.$count(mails, sql`state = 'sent'`);
  expect({ left, sent }).toEqual({ left: 0, sent: 90 });
});
const [MANY, FEW] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'] as const;

test('many providers of a few mailboxes each fill a bundle together', async () => {
  const site = await aSite();
  const mailbox = await aMailbox();
  const groupId = newId();
  for (let n = 0; n < 60; n += 1) await aLetterTo(site, `town${n}.example`, 1, groupId);
  const closing = new AbortController();
  closing.abort();
  const mailer = openMailer({ smtpUrl: mailbox.url, mailFrom: site.house.settings.mailFrom });
  onTestFinished(() => mailer.close());
  const lanes = openSendingLanes();
  await sendDueMails({ ...site.house, ...watchNone, mailer }, closing.signal, lanes);
  expect(mailbox.mails()).toHaveLength(50);
  await sendDueMails({ ...site.house, ...watchNone, mailer }, closing.signal, lanes);
  expect(mailbox.mails()).toHaveLength(60);
  expect(await isMailDue(site.house)).toBe(false);
  expect(await site.db.$count(mailPaces)).toBe(0);
});

test('a relay with a limit of its own is given no more an hour, whoever writes', async () => {
  const site = await aSite();
  Object.assign(site.house.settings, { smtpPerHour: 720 });
  onTestFinished(() => void Object.assign(site.house.settings, { smtpPerHour: undefined }));
  const mailbox = await aMailbox();
  await aLetterTo(site, 'one.example', 30);
  const closing = new AbortController();
  const mailer = openMailer({ smtpUrl: mailbox.url, mailFrom: site.house.settings.mailFrom });
  onTestFinished(() => mailer.close());
  await sendDueMails({ ...site.house, ...watchNone, mailer }, closing.signal);
  expect(mailbox.mails()).toHaveLength(1);
  await site.db.update(mailPaces).set({ refilledAt: sql`now() - interval '1 hour'` });
  await sendDueMails({ ...site.house, ...watchNone, mailer }, closing.signal);
  expect(mailbox.mails()).toHaveLength(2);
});
