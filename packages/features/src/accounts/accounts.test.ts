import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aSite } from '../testing.ts';
import { anAccount } from './fixtures.ts';

test('strangers have no account', async () => {
  const site = await aSite();
  for (const knock of [
    site.as(null).get('/account'),
    site.as(null).patch('/account', { name: 'Eve' }),
    site.as(null).delete('/account', { password: 'x' }),
    site.as(null).get('/account/sessions'),
  ]) {
    expect(await knock).toMatchObject({ status: 401, body: { code: 'sign-in-needed' } });
  }
});

test('an account is seen by its owner, and its password is sent to nobody', async () => {
  const site = await aSite();
  const ana = await anAccount(site);
  const { body } = await site.as(ana).get('/account');
  expect(Object.keys(body).sort()).toEqual([
    'createdAt',
    'email',
    'id',
    'language',
    'name',
    'newEmail',
    'timeZone',
  ]);
});

test('name, language and time zone are one’s own to change', async () => {
  const site = await aSite();
  const ana = await anAccount(site);
  const change = { name: 'Ana María', language: 'es', timeZone: 'America/Argentina/Buenos_Aires' };
  expect((await site.as(ana).patch('/account', { ...change, email: 'x@example.org' })).body).toMatchObject({
    ...change,
    email: ana.email,
  });
  expect((await site.as(ana).get('/session')).body.viewer).toMatchObject(change);
});

test('a name, language or zone that cannot be is refused beside its field', async () => {
  const site = await aSite();
  const ana = await anAccount(site);
  for (const change of [
    { name: '' },
    { name: '   ' },
    { name: 'a'.repeat(81) },
    { language: 'fr' },
    { timeZone: '+01:00' },
  ]) {
    const reply = await site.as(ana).patch('/account', change);
    expect(reply).toMatchObject({ status: 422, body: { fields: [{ name: Object.keys(change)[0] }] } });
  }
});

test('an account is deleted with its password, and all that hangs on it', async () => {
  const site = await aSite();
  const ana = await anAccount(site);
  const wrong = await site.as(ana).delete('/account', { password: 'a wrong guess' });
  expect(wrong).toMatchObject({ status: 422, body: { fields: [{ name: 'password' }] } });
  const reply = await site.as(ana).delete('/account', { password: ana.password });
  expect(reply.status).toBe(204);
  expect(reply.headers['set-cookie']).toMatch(/^session=; /);
  expect((await site.as(ana).get('/account')).status).toBe(401);
  expect((await site.as(null).post('/session', ana)).status).toBe(401);
  expect(await site.mails()).toMatchObject([{ toAddress: ana.email, key: `accounts.deleted:${ana.id}` }]);
  const { rows } = await site.db.execute(
    sql`select kind from journal where subject_id = ${ana.id} order by id`,
  );
  expect(rows.map(({ kind }) => kind)).toEqual(['accounts.opened', 'accounts.deleted']);
});

test('a site keeps one steward, even when the last two leave at once', async () => {
  const site = await aSite();
  const stewards = [
    await anAccount(site, { isSiteSteward: true }),
    await anAccount(site, { isSiteSteward: true }),
  ];
  const replies = await Promise.all(
    stewards.map((one) => site.as(one).delete('/account', { password: one.password })),
  );
  expect(replies.map(({ status }) => status).sort()).toEqual([204, 409]);
  expect(replies.find(({ status }) => status === 409)?.body.code).toBe('accounts.last-site-steward');
});
