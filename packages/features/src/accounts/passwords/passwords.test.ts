import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aSite } from '../../testing.ts';
import { anAccount, tokenOfMail } from '../fixtures.ts';
import { startSession } from '../sessions.ts';

const fresh = 'another sentence altogether';

test('a link by mail sets a new password, ends every session and starts one', async () => {
  const site = await aSite();
  const ana = await anAccount(site, { language: 'ar' });
  expect(await site.as(null).post('/password-resets', ana)).toMatchObject({ status: 202, body: '' });
  const [mail] = await site.mails();
  expect(mail).toMatchObject({ toAddress: ana.email, language: 'ar' });
  const path = `/password-resets/${tokenOfMail(await site.mails())}`;
  expect((await site.as(null).get(path)).body).toEqual({ email: ana.email });
  const reply = await site.as(null).put(path, { password: fresh });
  expect(reply.status).toBe(204);
  expect((await site.as({ token: reply.cookie ?? '' }).get('/account')).body.email).toBe(ana.email);
  expect((await site.as(ana).get('/account')).status).toBe(401);
  expect((await site.as(null).post('/session', ana)).status).toBe(401);
  expect((await site.as(null).post('/session', { email: ana.email, password: fresh })).status).toBe(204);
  expect((await site.mails()).at(-1)?.key).toMatch(/^accounts.password-changed:/);
});

test('asking tells nothing about whether the email has an account', async () => {
  const site = await aSite();
  const { email } = await anAccount(site);
  const known = await site.as(null).post('/password-resets', { email });
  const unknown = await site.as(null).post('/password-resets', { email: 'nobody@example.org' });
  expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
  const mails = await site.mails();
  expect(mails.map(({ key }) => key.split(':')[0])).toEqual(['accounts.reset', 'accounts.reset-unknown']);
  const { rows } = await site.db.execute(sql`select count(*)::int as count from password_resets`);
  expect(rows).toEqual([{ count: 2 }]);
});

test('a link sets one password, once, and within the hour', async () => {
  const site = await aSite();
  const ana = await anAccount(site);
  await site.as(null).post('/password-resets', ana);
  const used = `/password-resets/${tokenOfMail(await site.mails())}`;
  await site.as(null).put(used, { password: fresh });
  await site.as(null).post('/password-resets', ana);
  const late = `/password-resets/${tokenOfMail(await site.mails())}`;
  await site.db.execute(sql`update password_resets set expires_at = now() - interval '1 second'`);
  for (const path of [used, late, '/password-resets/made-up']) {
    expect(await site.as(null).put(path, { password: fresh })).toMatchObject({
      status: 404,
      body: { code: 'accounts.link-ended' },
    });
    expect((await site.as(null).get(path)).status).toBe(404);
  }
});

test('a new password ends the other links to set one', async () => {
  const site = await aSite();
  const ana = await anAccount(site);
  await site.as(null).post('/password-resets', ana);
  const first = tokenOfMail(await site.mails());
  await site.as(null).post('/password-resets', ana);
  await site.as(null).put(`/password-resets/${tokenOfMail(await site.mails())}`, { password: fresh });
  expect((await site.as(null).put(`/password-resets/${first}`, { password: fresh })).status).toBe(404);
});

test('a mailbox hears from the form three times an hour', async () => {
  const site = await aSite();
  for (const email of ['nobody@example.org', (await anAccount(site)).email]) {
    for (let count = 0; count < 5; count += 1) await site.as(null).post('/password-resets', { email });
  }
  expect(await site.mails()).toHaveLength(6);
});

test('setting a new password ends the wait after wrong tries', async () => {
  const site = await aSite();
  const ana = await anAccount(site);
  for (let count = 0; count < 6; count += 1)
    await site.as(null).post('/session', { ...ana, password: 'wrong' });
  await site.as(null).post('/password-resets', ana);
  await site.as(null).put(`/password-resets/${tokenOfMail(await site.mails())}`, { password: fresh });
  expect((await site.as(null).post('/session', { email: ana.email, password: fresh })).status).toBe(204);
});

test('a password is changed with the old one; other browsers are signed out, and a mail says so', async () => {
  const site = await aSite();
  const ana = await anAccount(site, { language: 'es' });
  const elsewhere = { token: await startSession(site.house, ana.id) };
  const reply = await site
    .as(ana)
    .put('/account/password', { currentPassword: ana.password, newPassword: fresh });
  expect(reply.status).toBe(204);
  expect((await site.as(ana).get('/account')).status).toBe(200);
  expect((await site.as(elsewhere).get('/account')).status).toBe(401);
  expect((await site.as(null).post('/session', { email: ana.email, password: fresh })).status).toBe(204);
  expect((await site.mails()).at(-1)).toMatchObject({
    toAddress: ana.email,
    subject: 'Cambió tu contraseña en Valley Coalition',
  });
});

test('a stolen session cannot guess the password', async () => {
  const site = await aSite();
  const ana = await anAccount(site);
  const guess = () =>
    site.as(ana).put('/account/password', { currentPassword: 'a wrong guess', newPassword: fresh });
  expect(await guess()).toMatchObject({
    status: 422,
    body: { fields: [{ name: 'currentPassword', code: 'accounts.password-wrong' }] },
  });
  for (let count = 0; count < 4; count += 1) await guess();
  expect((await guess()).status).toBe(429);
});

test('a common password is refused beside its field', async () => {
  const site = await aSite();
  const ana = await anAccount(site);
  const reply = await site
    .as(ana)
    .put('/account/password', { currentPassword: ana.password, newPassword: 'Password123' });
  expect(reply).toMatchObject({
    status: 422,
    body: { fields: [{ name: 'newPassword', code: 'accounts.password-common' }] },
  });
});
