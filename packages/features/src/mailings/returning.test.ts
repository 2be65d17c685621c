import { aReturnReport } from '@groundwork/inbox/fixtures';
import { newId } from '@groundwork/database';
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aMailbox } from '../outbox/fixtures.ts';
import { promiseMails } from '../outbox/promises.ts';
import { returnPathOf } from '../outbox/return-tokens.ts';
import { mailReturns, mails, shutMailboxes } from '../outbox/tables.ts';
import { forgetPerson } from '../people/erasing.ts';
import { people } from '../people/tables.ts';
import { aSite } from '../testing.ts';
import { sendMailings } from './fixtures.ts';
import {
  RETURN_ADDRESS,
  returnPathTo,
  withReturns,
  aSentMailing,
  kindsInHistory,
  listRefused,
  listShut,
} from './return-fixtures.ts';
import { mailings } from './tables.ts';

test('without an address of its own, mail comes back to the sender', async () => {
  const site = await aSite();
  const mailbox = await aMailbox();
  await site.ctx().change((tx) =>
    promiseMails(tx, [
      {
        key: 'hello',
        to: 'ana@example.org',
        language: 'en',
        subject: 'Hello',
        letter: { paragraphs: ['Hi'] },
      },
    ]),
  );
  await sendMailings(site, mailbox);
  expect(returnPathTo(mailbox, 'ana@example.org')).toBe('groundwork@groundwork.test');
});

test('a mailbox that is not there is known in every group, and in the history where the mail was from', async () => {
  const { site, mailing, ana, elsewhere, comeBack, address, path } = await aSentMailing();
  expect(path).toMatch(/^returns\+[a-z2-7]{48}@groves\.example$/);
  expect(await comeBack()).toBe(true);
  expect((await listRefused(site)).sort()).toEqual([ana.id, elsewhere.id].sort());
  expect(await kindsInHistory(site, ana.id)).toEqual(['mailed', 'mail-returned']);
  expect(await kindsInHistory(site, elsewhere.id)).toEqual([]);
  expect(await listShut(site)).toEqual([{ why: 'gone' }]);
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
  expect((await kindsInHistory(site, ana.id)).filter((kind) => kind === 'mail-returned')).toHaveLength(1);
});

test('a report is believed by its address, and by nothing that it says of others', async () => {
  const { site, reader, path, address, mailing } = await aSentMailing();
  const bea = await mailing.add();
  const about = bea.email ?? '';
  await reader.take({ receivers: [path], raw: aReturnReport('5.1.1', about) });
  expect(await listRefused(site)).not.toContain(bea.id);
  const forged = [
    RETURN_ADDRESS,
    `returns+${'a'.repeat(48)}@groves.example`,
    path.replace(/\+(.)/, (_, letter) => `+${letter === 'a' ? 'b' : 'a'}`),
    path.replace('groves', 'other'),
    about,
  ];
  await site.db.delete(mailReturns);
  for (const to of forged)
    expect(await reader.take({ receivers: [to], raw: aReturnReport('5.1.1', address) })).toBe(false);
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
  expect(await reader.take({ receivers: [old], raw: aReturnReport() })).toBe(true);
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
  expect(await listRefused(site)).toEqual([]);
  expect(await listShut(site)).toEqual([{ why: 'gone' }]);
});

test('what came back of a mail that is forgotten itself is of nobody any more once they are erased', async () => {
  const { site, mailing, ana, comeBack } = await aSentMailing();
  await comeBack();
  await site.db.delete(mails);
  const erased = { id: ana.id, groupId: mailing.group.id, actorId: null, no: 'if-said' as const };
  await site.ctx().change((tx) => forgetPerson(tx, site.house, erased));
  expect(await site.db.select().from(mailReturns)).toMatchObject([{ mailboxKey: null, domain: null }]);
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
  expect(await listRefused(site)).toEqual([]);
  expect(await kindsInHistory(site, elsewhere.id)).toEqual([]);
});

test('a letter that waits on its way changes nothing but what is kept of it', async () => {
  const { site, ana, comeBack } = await aSentMailing();
  await comeBack('4.4.1');
  expect(await site.db.select().from(mailReturns)).toMatchObject([{ kind: 'delayed' }]);
  expect(await kindsInHistory(site, ana.id)).toEqual(['mailed']);
  expect(await listShut(site)).toEqual([]);
});

test('2,000 reports at once are all kept, in few transactions', async () => {
  const site = await aSite();
  const reader = withReturns(site);
  const paths = Array.from(
    { length: 2_000 },
    (_, n) => returnPathOf(site.house, newId(), `ana${n}@example.org`) ?? '',
  );
  const raw = aReturnReport();
  await Promise.all(paths.map((path) => reader.take({ receivers: [path], raw })));
  expect(await site.db.$count(mailReturns)).toBe(2_000);
  expect(await site.db.$count(shutMailboxes)).toBe(2_000);
  // Of these rows alone: the server counts the transactions of other tests too.
  const { rows } = await site.db.execute<{ count: number }>(
    sql`select count(distinct xmin::text)::int as count from ${mailReturns}`,
  );
  expect(rows[0]?.count).toBeLessThan(200);
});
