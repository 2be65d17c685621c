import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aSite, type TestSite } from '../../testing.ts';
import { anAccount, tokenOfMail } from '../fixtures.ts';

const rosa = { name: 'Rosa', email: 'Rosa@Example.org', password: 'four words in a row', language: 'es' };

async function opened(site: TestSite, options: object = {}) {
  await site.as(null).post('/accounts', { ...rosa, ...options });
  const token = tokenOfMail(await site.mails());
  return { token, reply: await site.as(null).put(`/account-openings/${token}`) };
}

test('an account is there once its email is proven, and signed in', async () => {
  const site = await aSite();
  const asked = await site.as(null).post('/accounts', { ...rosa, timeZone: 'America/Bogota' });
  expect(asked).toMatchObject({ status: 202, body: '', cookie: null });
  const token = tokenOfMail(await site.mails());
  const shown = await site.as(null).get(`/account-openings/${token}`);
  expect(shown.body).toEqual({ name: 'Rosa', email: 'rosa@example.org', intent: null });
  const confirmed = await site.as(null).put(`/account-openings/${token}`);
  expect(confirmed).toMatchObject({ status: 201, body: { next: '/' } });
  const { body } = await site.as({ token: confirmed.cookie ?? '' }).get('/session');
  expect(body.viewer).toMatchObject({
    email: 'rosa@example.org',
    language: 'es',
    timeZone: 'America/Bogota',
  });
});

test('the mail is in the language the account was asked for in', async () => {
  const site = await aSite();
  await site.as(null, 'en').post('/accounts', rosa);
  expect(await site.mails()).toMatchObject([
    { toAddress: 'rosa@example.org', language: 'es', subject: 'Abre tu cuenta en Valley Coalition' },
  ]);
});

test('an email that is not proven cannot sign in', async () => {
  const site = await aSite();
  await site.as(null).post('/accounts', rosa);
  const reply = await site.as(null).post('/session', rosa);
  expect(reply).toMatchObject({ status: 401, body: { code: 'accounts.wrong-sign-in' } });
});

test('asking tells nothing about whether the email has an account, and its owner is told', async () => {
  const site = await aSite();
  await anAccount(site, { email: 'known@example.org' });
  const known = await site.as(null).post('/accounts', { ...rosa, email: 'known@example.org' });
  const unknown = await site.as(null).post('/accounts', { ...rosa, email: 'unknown@example.org' });
  expect(comparable(known)).toEqual(comparable(unknown));
  const [first, second] = await site.mails();
  expect([first?.key, second?.key]).toEqual([
    expect.stringMatching(/^accounts.open-known:/),
    expect.stringMatching(/^accounts.open:/),
  ]);
  expect(first?.letter?.button?.url).toBe('http://groundwork.test/sign-in');
});

test('a link opens one account, once', async () => {
  const site = await aSite();
  const { token } = await opened(site);
  expect(await site.as(null).put(`/account-openings/${token}`)).toMatchObject({
    status: 404,
    body: { code: 'accounts.link-ended' },
  });
});

test('a link of yesterday is over', async () => {
  const site = await aSite();
  await site.as(null).post('/accounts', rosa);
  const token = tokenOfMail(await site.mails());
  await site.db.execute(sql`update account_openings set expires_at = now() - interval '1 second'`);
  expect((await site.as(null).get(`/account-openings/${token}`)).status).toBe(404);
  expect((await site.as(null).put(`/account-openings/${token}`)).status).toBe(404);
  await site.sweep('accounts.forget');
  const left = await site.db.execute(sql`select 1 from account_openings`);
  expect(left.rows).toEqual([]);
});

test('two links for one email open one account', async () => {
  const site = await aSite();
  await site.as(null).post('/accounts', rosa);
  const first = tokenOfMail(await site.mails());
  await site.as(null).post('/accounts', { ...rosa, password: 'another sentence here' });
  const second = tokenOfMail(await site.mails());
  expect((await site.as(null).put(`/account-openings/${second}`)).status).toBe(201);
  expect((await site.as(null).put(`/account-openings/${first}`)).status).toBe(404);
});

test('a mailbox hears from the form three times an hour, and the answer does not change', async () => {
  const site = await aSite();
  for (let count = 0; count < 5; count += 1) {
    expect((await site.as(null).post('/accounts', rosa)).status).toBe(202);
  }
  expect(await site.mails()).toHaveLength(3);
});

test('a confirmed account goes on to the page it came from', async () => {
  const site = await aSite();
  const { reply } = await opened(site, { next: '/groups/eastside?tab=events' });
  expect(reply.body.next).toBe('/groups/eastside?tab=events');
});

test('passwords that are short or easy to guess are refused beside the field', async () => {
  const site = await aSite();
  for (const [password, code] of [
    ['short', 'field.too-short'],
    ['Password1234', 'accounts.password-common'],
    ['rosa@example.org', 'accounts.password-is-email'],
  ]) {
    const reply = await site.as(null).post('/accounts', { ...rosa, password });
    expect(reply).toMatchObject({ status: 422, body: { fields: [{ name: 'password', code }] } });
  }
});

test('a zone without a clock is refused', async () => {
  const site = await aSite();
  const reply = await site.as(null).post('/accounts', { ...rosa, timeZone: 'Mars/Olympus' });
  expect(reply).toMatchObject({ status: 422, body: { fields: [{ name: 'timeZone' }] } });
});

test('nobody opens an account where the site says so', async () => {
  const site = await aSite();
  await site.db.execute(sql`update sites set opening = 'nobody'`);
  const reply = await site.as(null).post('/accounts', rosa);
  expect(reply).toMatchObject({ status: 403, body: { code: 'accounts.opening-closed' } });
  expect(await site.mails()).toEqual([]);
});

/** All of an answer that could tell two askers apart; the clock does not. */
function comparable({
  status,
  body,
  headers,
}: {
  status: number;
  body: unknown;
  headers: Record<string, unknown>;
}) {
  const sent = Object.entries(headers).filter(([name]) => name !== 'date');
  return { status, body, headers: Object.fromEntries(sent) };
}
