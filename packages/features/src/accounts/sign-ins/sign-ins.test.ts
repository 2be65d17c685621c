import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { aSite } from '../../testing.ts';
import { anAccount, tokenOfMail } from '../fixtures.ts';

test('the right password signs in', async () => {
  const site = await aSite();
  const { email, password } = await anAccount(site, { email: 'ana@example.org', name: 'Ana' });
  const reply = await site.as(null).post('/session', { email: email.toUpperCase(), password });
  expect(reply.status).toBe(204);
  expect(reply.headers['set-cookie']).toEqual([
    expect.stringMatching(/^session=[\w-]{43}; HttpOnly; Max-Age=\d+; Path=\/; SameSite=Lax$/),
    expect.stringMatching(/^device=[\w-]{16}\.[\w-]{43}; HttpOnly; Max-Age=\d+; Path=\/; SameSite=Strict$/),
  ]);
  const { body } = await site.as({ token: reply.cookie ?? '' }).get('/session');
  expect(body.viewer).toMatchObject({ name: 'Ana', email: 'ana@example.org', isSiteSteward: false });
});

test('a wrong password and an unknown email get the same answer', async () => {
  const site = await aSite();
  const { email } = await anAccount(site);
  const wrong = await site.as(null).post('/session', { email, password: 'not the right one' });
  const unknown = await site
    .as(null)
    .post('/session', { email: 'nobody@example.org', password: 'not the right one' });
  expect(wrong.status).toBe(401);
  expect(wrong.cookie).toBe(null);
  expect([unknown.status, unknown.body, unknown.cookie]).toEqual([wrong.status, wrong.body, wrong.cookie]);
});

test.each(['ana@example.org', 'nobody@example.org'])(
  'five wrong tries make %s wait, even with the right password',
  async (email) => {
    const site = await aSite();
    const { password } = await anAccount(site, { email: 'ana@example.org' });
    for (let count = 0; count < 5; count += 1) {
      expect((await site.as(null).post('/session', { email, password: 'not the right one' })).status).toBe(
        401,
      );
    }
    const reply = await site.as(null).post('/session', { email, password });
    expect(reply).toMatchObject({
      status: 429,
      body: { code: 'too-many-requests', detail: expect.stringContaining('1 minute') },
    });
  },
);

describe('a stranger who guesses at Ana’s password until everyone must wait', () => {
  const email = 'ana@example.org';
  const wrong = { email, password: 'not the right one' };
  async function aLockedOut() {
    const site = await aSite();
    const ana = await anAccount(site, { email });
    const letIn = await site.as(null).post('/session', ana);
    const [, device = ''] = [letIn.headers['set-cookie']].flat().map((one) => String(one).split(';')[0]);
    for (let count = 0; count < 5; count += 1) await site.as(null).post('/session', wrong);
    const signIn = async (what: object, cookie?: string) =>
      (await site.as(null).post('/session', what, cookie ? { cookie } : {})).status;
    expect(await signIn(ana)).toBe(429);
    return { site, ana, device, signIn };
  }

  test('does not keep her out of a browser in which she has signed in before', async () => {
    const { ana, device, signIn } = await aLockedOut();
    expect(await signIn(ana, device)).toBe(204);
    // And her coming in gives the stranger no further guesses.
    expect(await signIn(ana)).toBe(429);
  });

  test('does not keep her from what asks for her password where she is signed in', async () => {
    const { site, ana } = await aLockedOut();
    const change = { currentPassword: ana.password, newPassword: 'another sentence altogether' };
    expect((await site.as(ana).put('/account/password', change)).status).toBe(204);
  });

  test('gains nothing by a browser known from another account, nor by a made-up one', async () => {
    const { site, ana, device, signIn } = await aLockedOut();
    const other = await anAccount(site);
    const letIn = await site.as(null).post('/session', other);
    const [, own = ''] = [letIn.headers['set-cookie']].flat().map((one) => String(one).split(';')[0]);
    for (const cookie of [own, device.slice(0, -2), device.replace(/\..*/, ''), 'device=', 'device=.'])
      expect(await signIn(ana, cookie)).toBe(429);
  });

  test('and who has her old browser can guess no more often than a stranger', async () => {
    const { device, signIn } = await aLockedOut();
    const tries = [];
    for (let count = 0; count < 6; count += 1) tries.push(await signIn(wrong, device));
    expect(tries).toEqual([401, 401, 401, 401, 401, 429]);
  });

  test('waits no more once she has set another password by mail, and neither do her browsers', async () => {
    const { site, ana, device, signIn } = await aLockedOut();
    for (let count = 0; count < 5; count += 1) await signIn(wrong, device);
    await site.as(null).post('/password-resets', ana);
    const password = 'another sentence altogether';
    await site.as(null).put(`/password-resets/${tokenOfMail(await site.mails())}`, { password });
    expect(await signIn({ email, password }, device)).toBe(204);
    expect(await signIn({ email, password })).toBe(204);
  });
});

test('waits grow to a quarter of an hour', async () => {
  const site = await aSite();
  const minutes = [];
  for (let count = 1; count <= 11; count += 1) {
    await site.db.execute(sql`update sign_in_failures set blocked_until = null`);
    await site.as(null).post('/session', { email: 'ana@example.org', password: 'not the right one' });
    const { rows } = await site.db.execute(
      sql`select round(extract(epoch from blocked_until - last_at) / 60)::int as minutes from sign_in_failures`,
    );
    minutes.push(rows[0]?.minutes);
  }
  expect(minutes).toEqual([null, null, null, null, 1, 2, 4, 8, 15, 15, 15]);
});

test('tries sent all at once are counted one by one', async () => {
  const site = await aSite();
  const tries = Array.from({ length: 12 }, () =>
    site.as(null).post('/session', { email: 'ana@example.org', password: 'not the right one' }),
  );
  const answers = (await Promise.all(tries)).map(({ status }) => status);
  expect(answers.filter((status) => status === 401)).toHaveLength(5);
  expect(answers.filter((status) => status === 429)).toHaveLength(7);
});

test('the right password forgives the wrong ones before it, and so does a day', async () => {
  const site = await aSite();
  const { email, password } = await anAccount(site);
  for (let count = 0; count < 4; count += 1)
    await site.as(null).post('/session', { email, password: 'not the right one' });
  expect((await site.as(null).post('/session', { email, password })).status).toBe(204);
  for (let count = 0; count < 5; count += 1)
    await site.as(null).post('/session', { email, password: 'not the right one' });
  await site.db.execute(
    sql`update sign_in_failures set last_at = now() - interval '25 hours', blocked_until = null`,
  );
  await site.as(null).post('/session', { email, password: 'not the right one' });
  expect((await site.as(null).post('/session', { email, password })).status).toBe(204);
});

test('failures are kept by a keyed hash, never by the email', async () => {
  const site = await aSite();
  await site.as(null).post('/session', { email: 'ana@example.org', password: 'not the right one' });
  const { rows } = await site.db.execute(sql`select key from sign_in_failures`);
  expect(rows).toEqual([{ key: expect.stringMatching(/^[\w-]{43}$/) }]);
});

test('one address that tries many emails is slowed', async () => {
  const site = await aSite();
  const attempt = async (count: number) =>
    (await site.as(null).post('/session', { email: `ana${count}@example.org`, password: 'x' })).status;
  expect(await attempt(1)).toBe(401);
  // As if 58 more had come in the same moment: checking so many passwords takes longer than it takes to be free again.
  await site.db.execute(sql`update limits set tat = tat + interval '58 seconds'`);
  expect([await attempt(2), await attempt(3), await attempt(4)]).toContain(429);
});
