import { journal } from '@groundwork/database/journal/tables';
import { startMailbox } from '@groundwork/mail/testing';
import { like } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aGroup } from '../../groups/fixtures.ts';
import { aSite } from '../../testing.ts';

test('a steward gets a mail at their own address, and reads what the server said', async () => {
  const { site, me, steward, mailbox, latest } = await aCase();
  expect((await steward.post('/site/test-mails')).status).toBe(202);
  expect(await latest()).toMatchObject({ isTaken: null, answer: null });
  await site.work();
  expect(mailbox.mails()).toMatchObject([{ to: [me.email], subject: 'Mail from Valley Coalition arrives' }]);
  expect(await latest()).toMatchObject({ isTaken: true, answer: expect.stringMatching(/^250 /) });
});

test('a refusal of the mail server is shown in its own words', async () => {
  const { site, me, steward, mailbox, latest } = await aCase();
  mailbox.refuse(me.email);
  await steward.post('/site/test-mails');
  await site.work();
  expect(await latest()).toMatchObject({ isTaken: false, answer: `550 <${me.email}> is not taken` });
});

test('a server that is not there is told as that', async () => {
  const { site, steward, mailbox, latest } = await aCase();
  await mailbox.close();
  await steward.post('/site/test-mails');
  await site.work();
  expect(await latest()).toMatchObject({ isTaken: false, answer: expect.stringContaining('ECONNREFUSED') });
});

test('a worker that does it again sends nothing again', async () => {
  const { site, steward, mailbox } = await aCase();
  await steward.post('/site/test-mails');
  await site.work();
  await site.db.$client.query(
    `insert into journal_undelivered select id from journal where kind = 'stewardship.test-mail-asked'`,
  );
  await site.work();
  expect(mailbox.mails()).toHaveLength(1);
});

test('a test mail is limited, on record without an address, and nobody else reads the answer', async () => {
  const { site, me, steward } = await aCase();
  for (let count = 0; count < 6; count += 1)
    expect((await steward.post('/site/test-mails')).status).toBe(202);
  expect((await steward.post('/site/test-mails')).status).toBe(429);
  const entries = await site.db.select().from(journal).where(like(journal.kind, '%test-mail%'));
  expect(entries).toHaveLength(6);
  expect(JSON.stringify(entries)).not.toContain(me.email);
  const other = site.as(await anAccount(site, { isSiteSteward: true }));
  expect((await other.get('/site/status')).body.testMail).toBeNull();
});

test('a day later the answer is forgotten', async () => {
  const { site, steward, latest } = await aCase();
  await steward.post('/site/test-mails');
  await site.db.$client.query(`update test_mails set asked_at = now() - interval '25 hours'`);
  await site.sweep('stewardship.forget-test-mails');
  expect(await latest()).toBeNull();
});

test('a test mail needs a mail server and a steward of the site', async () => {
  const site = await aSite();
  const steward = site.as(await anAccount(site, { isSiteSteward: true }));
  expect(await steward.post('/site/test-mails')).toMatchObject({
    status: 409,
    body: { code: 'stewardship.no-mail-server' },
  });
  const keeper = site.as((await aGroup(site)).steward);
  expect((await keeper.post('/site/test-mails')).status).toBe(404);
});

async function aCase() {
  const site = await aSite();
  const mailbox = await startMailbox();
  onTestFinished(() => mailbox.close());
  Object.assign(site.house.settings, { smtpUrl: mailbox.url, sendsMail: true });
  const me = await anAccount(site, { isSiteSteward: true });
  const steward = site.as(me);
  const latest = async () => (await steward.get('/site/status')).body.testMail;
  return { site, me, steward, mailbox, latest };
}
