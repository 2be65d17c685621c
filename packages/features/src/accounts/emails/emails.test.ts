import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aSite, type TestSite } from '../../testing.ts';
import { anAccount } from '../fixtures.ts';
import { startSession } from '../sessions.ts';

type Account = Awaited<ReturnType<typeof anAccount>>;

/** Asks for the change and returns the path behind the link in the mail to the new address. */
async function aChange(site: TestSite, account: Account, email = 'new@example.org') {
  const reply = await site.as(account).post('/account/email-changes', { email, password: account.password });
  const mail = (await site.mails()).find(({ key }) => key.startsWith('accounts.email-change:'));
  const token = mail?.letter?.button?.url.split('/').at(-1) ?? 'none';
  return { reply, path: `/account/email-changes/${token}` };
}

test('an account moves to another email once that is proven', async () => {
  const site = await aSite();
  const ana = await anAccount(site);
  const { reply, path } = await aChange(site, ana, 'New@example.org');
  expect(reply.status).toBe(202);
  expect((await site.as(ana).get('/account')).body).toMatchObject({
    email: ana.email,
    newEmail: 'new@example.org',
  });
  expect((await site.as(null).get(path)).body).toEqual({ email: 'new@example.org' });
  const elsewhere = await startSession(site.house, ana.id);
  expect((await site.as(ana).put(path)).status).toBe(204);
  expect((await site.as({ token: elsewhere }).get('/account')).status).toBe(401);
  expect((await site.as(ana).get('/account')).body).toMatchObject({
    email: 'new@example.org',
    newEmail: null,
  });
  expect(
    (await site.as(null).post('/session', { email: 'new@example.org', password: ana.password })).status,
  ).toBe(204);
  expect((await site.as(null).post('/session', ana)).status).toBe(401);
  expect((await site.as(null).put(path)).status).toBe(404);
});

test('the old address hears of it while there is time, and a new password stops it', async () => {
  const site = await aSite();
  const ana = await anAccount(site);
  const { path } = await aChange(site, ana);
  const mail = (await site.mails()).find(({ toAddress }) => toAddress === ana.email);
  expect(mail?.letter?.paragraphs[0]).toContain('new@example.org');
  await site
    .as(ana)
    .put('/account/password', { currentPassword: ana.password, newPassword: 'another sentence altogether' });
  expect((await site.as(null).put(path)).status).toBe(404);
});

test('an email of another account gets another mail, and the asker cannot tell', async () => {
  const site = await aSite();
  const [ana, luz] = [await anAccount(site), await anAccount(site)];
  const { reply } = await aChange(site, ana, luz.email);
  expect([reply.status, reply.body]).toEqual([202, '']);
  expect((await site.as(ana).get('/account')).body.newEmail).toBe(luz.email);
  const toLuz = (await site.mails()).filter(({ toAddress }) => toAddress === luz.email);
  expect(toLuz).toMatchObject([{ key: expect.stringMatching(/^accounts.email-taken:/) }]);
  expect(toLuz[0]?.letter?.button).toBe(undefined);
});

test('an email that got an account in the meantime cannot be taken over', async () => {
  const site = await aSite();
  const ana = await anAccount(site);
  const { path } = await aChange(site, ana);
  await anAccount(site, { email: 'new@example.org' });
  expect(await site.as(null).put(path)).toMatchObject({
    status: 409,
    body: { code: 'accounts.email-taken' },
  });
  expect((await site.as(ana).get('/account')).body.email).toBe(ana.email);
});

test('the password is needed, and one’s own email is no change', async () => {
  const site = await aSite();
  const ana = await anAccount(site);
  const wrong = await site
    .as(ana)
    .post('/account/email-changes', { email: 'new@example.org', password: 'a wrong guess' });
  expect(wrong).toMatchObject({ status: 422, body: { fields: [{ name: 'password' }] } });
  const same = await site.as(ana).post('/account/email-changes', ana);
  expect(same).toMatchObject({
    status: 422,
    body: { fields: [{ name: 'email', code: 'accounts.email-same' }] },
  });
  expect(await site.mails()).toEqual([]);
});

test('asking again replaces the link, and not more than once a minute', async () => {
  const site = await aSite();
  const ana = await anAccount(site);
  const { path } = await aChange(site, ana);
  expect((await aChange(site, ana, 'newer@example.org')).reply.status).toBe(429);
  await site.db.execute(sql`update email_changes set asked_at = now() - interval '2 minutes'`);
  expect((await aChange(site, ana, 'newer@example.org')).reply.status).toBe(202);
  expect((await site.as(null).put(path)).status).toBe(404);
});

test('a link of yesterday is over', async () => {
  const site = await aSite();
  const ana = await anAccount(site);
  const { path } = await aChange(site, ana);
  await site.db.execute(sql`update email_changes set expires_at = now() - interval '1 second'`);
  expect((await site.as(null).put(path)).status).toBe(404);
  expect((await site.as(ana).get('/account')).body.newEmail).toBe(null);
});
