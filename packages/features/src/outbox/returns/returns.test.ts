import { newId } from '@groundwork/database';
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { mailings } from '../../mailings/tables.ts';
import { aMailing, sendMailings } from '../../mailings/fixtures.ts';
import { aGroup } from '../../groups/fixtures.ts';
import { aPerson } from '../../people/fixtures.ts';
import { forgetPerson } from '../../people/erasing.ts';
import { consents, people, personHistory } from '../../people/tables.ts';
import { provePressed } from '../../people/points.ts';
import { giveConsent } from '../../people/consents.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aMailbox } from '../fixtures.ts';
import { promiseMails } from '../promises.ts';
import { mailboxKey, returnPathOf } from '../return-tokens.ts';
import { mailReturns, mails, shutMailboxes } from '../tables.ts';
import { aComplaint, aReport, RETURN_ADDRESS, returnPathTo, withReturns } from './fixtures.ts';

/** A mailing that went to one person, whose address another group knows too. */
async function aSentMailing() {
  const site = await aSite();
  const reader = withReturns(site);
  const mailing = await aMailing(site);
  const ana = await mailing.add();
  const address = ana.email ?? '';
  const elsewhere = await aPerson(site, await aGroup(site), { email: address });
  const mailbox = await aMailbox();
  await mailing.run();
  await mailing.send(mailbox);
  const path = returnPathTo(mailbox, address);
  const comeBack = (status?: string, to = path) => reader.take({ receivers: [to], raw: aReport(status) });
  const complain = () => reader.take({ receivers: [RETURN_ADDRESS], raw: aComplaint(path) });
  return { site, reader, mailing, ana, elsewhere, address, mailbox, path, comeBack, complain };
}

const linesOf = async ({ db }: TestSite, personId: string) =>
  (
    await db
      .select({ kind: personHistory.kind })
      .from(personHistory)
      .where(eq(personHistory.personId, personId))
      .orderBy(personHistory.at, personHistory.id)
  ).map(({ kind }) => kind);
const refused = async ({ db }: TestSite) =>
  (await db.select({ id: people.id, at: people.mailRefusedAt }).from(people)).flatMap(({ id, at }) =>
    at ? [id] : [],
  );
const shut = ({ db }: TestSite) => db.select({ why: shutMailboxes.why }).from(shutMailboxes);
const single = (site: TestSite, to: string, typed?: 'form') =>
  site.ctx().change((tx) =>
    promiseMails(tx, [
      {
        ...{ key: newId(), to, language: 'en', subject: 'Hello', letter: { paragraphs: ['Hello'] } },
        ...(typed && { typed }),
      },
    ]),
  );
const stateOfLast = async (site: TestSite) => (await site.mails()).at(-1)?.state;

test('without an address of its own, mail comes back to the sender', async () => {
  const site = await aSite();
  const mailbox = await aMailbox();
  await single(site, 'ana@example.org');
  await sendMailings(site, mailbox);
  expect(returnPathTo(mailbox, 'ana@example.org')).toBe('groundwork@groundwork.test');
});

test('a mailbox that is not there is known in every group, and in the history where the mail was from', async () => {
  const { site, mailing, ana, elsewhere, comeBack, address, path } = await aSentMailing();
  expect(path).toMatch(/^returns\+[a-z2-7]{48}@groves\.example$/);
  expect(await comeBack()).toBe(true);
  expect((await refused(site)).sort()).toEqual([ana.id, elsewhere.id].sort());
  expect(await linesOf(site, ana.id)).toEqual(['mailed', 'mail-returned']);
  expect(await linesOf(site, elsewhere.id)).toEqual([]);
  expect(await shut(site)).toEqual([{ why: 'gone' }]);
  const [counted] = await site.db.select().from(mailings).where(eq(mailings.id, mailing.id));
  expect(counted).toMatchObject({ cameBackCount: 1, complaintCount: 0 });
  const [kept] = await site.db.select().from(mailReturns);
  expect(kept).toMatchObject({ kind: 'gone', code: '5.1.1', domain: 'example.org', mailingId: mailing.id });
  const { rows } = await site.db.execute(sql`select * from journal where kind = 'outbox.mail-returned'`);
  expect(rows).toMatchObject([
    { group_id: mailing.group.id, subject_id: kept?.mailId, data: { kind: 'gone' } },
  ]);
  expect(JSON.stringify([rows, kept])).not.toContain(address);
});

test('told twice, it is known once', async () => {
  const { site, mailing, ana, comeBack } = await aSentMailing();
  await Promise.all([comeBack(), comeBack('5.1.1'), comeBack('5.2.2')]);
  await comeBack('5.7.1');
  const [counted] = await site.db.select().from(mailings).where(eq(mailings.id, mailing.id));
  expect(counted?.cameBackCount).toBe(1);
  expect((await linesOf(site, ana.id)).filter((kind) => kind === 'mail-returned')).toHaveLength(1);
});

test('a report is believed by its address, and by nothing that it says of others', async () => {
  const { site, reader, path, address, mailing } = await aSentMailing();
  const bea = await mailing.add();
  const about = bea.email ?? '';
  await reader.take({ receivers: [path], raw: aReport('5.1.1', about) });
  expect(await refused(site)).not.toContain(bea.id);
  const forged = [
    RETURN_ADDRESS,
    `returns+${'a'.repeat(48)}@groves.example`,
    path.replace(/\+(.)/, (_, letter) => `+${letter === 'a' ? 'b' : 'a'}`),
    path.replace('groves', 'other'),
    about,
  ];
  await site.db.delete(mailReturns);
  for (const to of forged)
    expect(await reader.take({ receivers: [to], raw: aReport('5.1.1', address) })).toBe(false);
  expect(await site.db.select().from(mailReturns)).toEqual([]);
});

test('only addresses of the site are known: its own, and those that it gave', async () => {
  const { reader, path } = await aSentMailing();
  expect(reader.isKnown(RETURN_ADDRESS.toUpperCase())).toBe(true);
  expect(reader.isKnown(path.toUpperCase())).toBe(true);
  expect(reader.isKnown(path.replace('@', 'x@'))).toBe(false);
  expect(reader.isKnown('ana@groves.example')).toBe(false);
});

test('what is old, a letter, or from somebody away changes nothing', async () => {
  const { site, reader, address, path } = await aSentMailing();
  const old = returnPathOf(site.house, '01800000-0000-7000-8000-000000000001', address) ?? '';
  expect(await reader.take({ receivers: [old], raw: aReport() })).toBe(true);
  const letter = (head: string) =>
    Buffer.from(`${head}From: ana@example.org\r\nSubject: Re\r\n\r\nHello\r\n`);
  expect(await reader.take({ receivers: [path], raw: letter('') })).toBe(false);
  expect(await reader.take({ receivers: [path], raw: letter('Auto-Submitted: auto-replied\r\n') })).toBe(
    true,
  );
  expect(await site.db.select().from(mailReturns)).toEqual([]);
});

test('an address that is another one since, or belongs to somebody else, is not marked', async () => {
  const { site, ana, comeBack } = await aSentMailing();
  await site.db.update(people).set({ email: 'ana@new.example' }).where(eq(people.id, ana.id));
  await comeBack();
  expect(await refused(site)).toEqual([]);
  expect(await shut(site)).toEqual([{ why: 'gone' }]);
});

test('whoever was erased is forgotten of what was sent, and what comes back finds nobody', async () => {
  const { site, mailing, ana, elsewhere, comeBack } = await aSentMailing();
  await comeBack('5.7.1');
  await site
    .ctx()
    .change((tx) =>
      forgetPerson(tx, site.house, { id: ana.id, groupId: mailing.group.id, actorId: null, no: 'if-said' }),
    );
  expect(await site.db.select().from(mails)).toMatchObject([{ state: 'sent', personId: null }]);
  expect(await site.db.select().from(mailReturns)).toMatchObject([{ mailboxKey: null, domain: null }]);
  await comeBack();
  expect(await refused(site)).toEqual([]);
  expect(await linesOf(site, elsewhere.id)).toEqual([]);
});

test('no mailing goes to a shut mailbox, and what its owner asked for does', async () => {
  const { site, address, comeBack } = await aSentMailing();
  await comeBack();
  const mailbox = await aMailbox();
  const next = await aMailing(site);
  const ana = await aPerson(site, next.group, { email: address });
  await site.db
    .update(people)
    .set({ tags: ['all'] })
    .where(eq(people.id, ana.id));
  await next.run();
  await next.send(mailbox);
  expect(await stateOfLast(site)).toBe('refused');
  expect(await linesOf(site, ana.id)).toEqual(['mail-refused']);
  await single(site, address);
  await sendMailings(site, mailbox);
  expect(await stateOfLast(site)).toBe('refused');
  expect(mailbox.mails()).toEqual([]);
  await single(site, address, 'form');
  await sendMailings(site, mailbox);
  expect(await stateOfLast(site)).toBe('sent');
});

test('a press of a link from the mailbox opens it, in every group', async () => {
  const { site, ana, address, comeBack } = await aSentMailing();
  await comeBack();
  const other = `${ana.unsubscribe}.${'x'.repeat(22)}`;
  await site
    .ctx()
    .change((tx) => provePressed(tx, site.house, { personId: ana.id, sealed: other, first: address }));
  expect(await shut(site)).toHaveLength(1);
  await site
    .ctx()
    .change((tx) =>
      provePressed(tx, site.house, { personId: ana.id, sealed: ana.unsubscribe, first: address }),
    );
  expect(await shut(site)).toEqual([]);
  expect(await refused(site)).toEqual([]);
});

test('a complaint is a no to that group, and shuts the mailbox for mailings alone', async () => {
  const { site, ana, elsewhere, address, complain, mailing } = await aSentMailing();
  await site.ctx().change(async (tx) => {
    for (const { id: personId, groupId } of [ana, elsewhere])
      await giveConsent(tx, site.house, {
        personId,
        groupId,
        way: 'email',
        purpose: 'updates',
        how: 'signature',
      });
  });
  expect(await complain()).toBe(true);
  const answers = await site.db.select().from(consents);
  expect(answers.map(({ personId, given, how }) => ({ personId, given, how }))).toEqual(
    expect.arrayContaining([
      { personId: ana.id, given: 'no', how: 'complaint' },
      { personId: elsewhere.id, given: 'yes', how: 'signature' },
    ]),
  );
  expect(await linesOf(site, ana.id)).toEqual(expect.arrayContaining(['complained', 'unsubscribed']));
  const [counted] = await site.db.select().from(mailings).where(eq(mailings.id, mailing.id));
  expect(counted).toMatchObject({ cameBackCount: 0, complaintCount: 1 });
  const mailbox = await aMailbox();
  await single(site, address);
  await sendMailings(site, mailbox);
  expect(await stateOfLast(site)).toBe('sent');
});

test('where a letter was called spam, only a yes of their own opens the mailbox', async () => {
  const { site, ana, address, complain } = await aSentMailing();
  await complain();
  await site
    .ctx()
    .change((tx) =>
      provePressed(tx, site.house, { personId: ana.id, sealed: ana.unsubscribe, first: address }),
    );
  expect(await shut(site)).toEqual([{ why: 'complaint' }]);
  const yes = { personId: ana.id, groupId: ana.groupId, way: 'email', purpose: 'updates' } as const;
  await site.ctx().change((tx) => giveConsent(tx, site.house, { ...yes, how: 'import' }));
  expect(await shut(site)).toHaveLength(1);
  await site.db.delete(consents);
  await site.ctx().change((tx) => giveConsent(tx, site.house, { ...yes, how: 'own-page' }));
  expect(await shut(site)).toEqual([]);
});

test('a mailbox that was full four times within a month rests for 60 days', async () => {
  const { site, ana, address, comeBack } = await aSentMailing();
  const key = mailboxKey(site.house, address);
  const earlier = (days: number) => ({
    ...{ mailId: newId(), kind: 'later' as const, mailboxKey: key },
    at: sql`now() - make_interval(days => ${days})`,
  });
  await site.db.insert(mailReturns).values([earlier(9), earlier(6), earlier(3)]);
  await comeBack('5.2.2');
  expect(await shut(site)).toEqual([]);
  await site.db
    .update(mailReturns)
    .set({ at: sql`now() - interval '10 days'` })
    .where(sql`at < now() - interval '8 days'`);
  await site.db.delete(mailReturns).where(sql`mail_id in (select id from mails)`);
  await comeBack('5.2.2');
  expect(await shut(site)).toEqual([{ why: 'full' }]);
  expect(await refused(site)).toEqual([]);
  expect(await linesOf(site, ana.id)).toContain('mail-put-off');
  await site.sweep('outbox.forget-returns');
  expect(await shut(site)).toHaveLength(1);
  await site.db.update(shutMailboxes).set({ since: sql`now() - interval '61 days'` });
  await site.sweep('outbox.forget-returns');
  expect(await shut(site)).toEqual([]);
});

test('what came back is forgotten after 90 days, and a mailbox that is gone stays shut', async () => {
  const { site, comeBack } = await aSentMailing();
  await comeBack();
  await site.db.update(mailReturns).set({ at: sql`now() - interval '91 days'` });
  await site.db.update(shutMailboxes).set({ since: sql`now() - interval '91 days'` });
  await site.sweep('outbox.forget-returns');
  expect(await site.db.select().from(mailReturns)).toEqual([]);
  expect(await shut(site)).toEqual([{ why: 'gone' }]);
});

test('what the mail server refuses at once shuts the mailbox too', async () => {
  const site = await aSite();
  const mailing = await aMailing(site);
  const ana = await mailing.add();
  const elsewhere = await aPerson(site, await aGroup(site), { email: ana.email });
  const mailbox = await aMailbox();
  mailbox.refuse(ana.email ?? '');
  await mailing.run();
  await mailing.send(mailbox);
  expect(await shut(site)).toEqual([{ why: 'gone' }]);
  expect((await refused(site)).sort()).toEqual([ana.id, elsewhere.id].sort());
  expect(await linesOf(site, ana.id)).toEqual(['mail-refused']);
});

test('a letter that waits on its way changes nothing but what is kept of it', async () => {
  const { site, ana, comeBack } = await aSentMailing();
  await comeBack('4.4.1');
  expect(await site.db.select().from(mailReturns)).toMatchObject([{ kind: 'delayed' }]);
  expect(await linesOf(site, ana.id)).toEqual(['mailed']);
  expect(await shut(site)).toEqual([]);
});

test('2,000 reports at once are all kept, in few transactions', async () => {
  const site = await aSite();
  const reader = withReturns(site);
  const paths = Array.from(
    { length: 2_000 },
    (_, n) => returnPathOf(site.house, newId(), `ana${n}@example.org`) ?? '',
  );
  const { rows: before } = await site.db.execute<{ id: string }>(
    sql`select pg_current_xact_id()::text as id`,
  );
  const raw = aReport();
  await Promise.all(paths.map((path) => reader.take({ receivers: [path], raw })));
  const { rows: after } = await site.db.execute<{ id: string }>(sql`select pg_current_xact_id()::text as id`);
  expect(await site.db.$count(mailReturns)).toBe(2_000);
  expect(await site.db.$count(shutMailboxes)).toBe(2_000);
  expect(Number(after[0]?.id) - Number(before[0]?.id)).toBeLessThan(200);
});
