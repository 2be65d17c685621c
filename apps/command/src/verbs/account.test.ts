import { anAccount } from '@groundwork/features/accounts/fixtures';
import { expect, test } from 'vitest';
import { aSiteToLookAfter, groundwork } from '../testing/testing.ts';

test('a reset link lets its account in once, and its making is on record without an address', async () => {
  const { site, env } = await aSiteToLookAfter();
  const { id, email } = await anAccount(site);
  const { code, json } = await groundwork(['account', 'reset', email, '--json'], { env });
  expect(code).toBe(0);
  expect(Object.keys(json)).toEqual(['url']);
  const token = json.url.replace(`${env.PUBLIC_URL}/reset-password/`, '');
  const stranger = site.as(null);
  const password = 'a new and longer sentence';
  expect((await stranger.put(`/password-resets/${token}`, { password })).status).toBe(204);
  expect((await stranger.put(`/password-resets/${token}`, { password: `${password}!` })).status).toBe(404);
  expect((await stranger.post('/session', { email, password })).status).toBe(204);
  const { rows } = await site.db.$client.query(
    `select kind, subject_id, data from journal where kind = 'accounts.reset-link-made'`,
  );
  expect(rows).toEqual([{ kind: 'accounts.reset-link-made', subject_id: id, data: {} }]);
});

test('the email may come by standard input, past the history of the shell', async () => {
  const { site, env } = await aSiteToLookAfter();
  const { email } = await anAccount(site);
  const { code, out } = await groundwork(['account', 'reset', '-'], { env, input: ` ${email}\n` });
  expect(code).toBe(0);
  expect(out).toMatch(/^For one hour, and once\..+\nhttp:\/\/groundwork\.test\/reset-password\/\S+\n$/);
  expect(out).not.toContain(email);
});

test('an account whose sessions are ended is signed out everywhere, and nobody else is', async () => {
  const { site, env } = await aSiteToLookAfter();
  const [lost, other] = [await anAccount(site), await anAccount(site)];
  const { json } = await groundwork(['account', 'end-sessions', lost.email, '--json'], { env });
  expect(json).toEqual({ endedCount: 1 });
  expect((await site.as(lost).get('/account')).status).toBe(401);
  expect((await site.as(other).get('/account')).status).toBe(200);
  const again = await groundwork(['account', 'end-sessions', lost.email], { env });
  expect(again).toMatchObject({ code: 0, err: '' });
  expect(again.out).toBe('Signed out at 0 places. Whoever knows the password can sign in again.\n');
});

test('the summary of an account holds neither its name, its address nor its groups', async () => {
  const { site, env } = await aSiteToLookAfter();
  const { id, email, name } = await anAccount(site, { isSiteSteward: true });
  const answer = await groundwork(['account', email.toUpperCase()], { env });
  expect(answer.out).toMatch(
    /^Opened on \d{4}-\d\d-\d\d, looks after this site\.\nSigned in at one place, last /,
  );
  const { json, out } = await groundwork(['account', email, '--json'], { env });
  expect(json).toEqual({
    id,
    createdAt: expect.any(String),
    language: 'en',
    isSiteSteward: true,
    isSuspended: false,
    sessionCount: 1,
    lastSeenOn: expect.any(String),
  });
  for (const text of [answer.out, out]) {
    expect(text).not.toContain(email);
    expect(text).not.toContain(name);
  }
});

test('an unknown email is answered by one sentence, and leaves no trace', async () => {
  const { site, env } = await aSiteToLookAfter();
  await anAccount(site);
  const count = async () =>
    (
      await site.db.$client.query(
        'select count(*) from journal union all select count(*) from password_resets',
      )
    ).rows;
  const before = await count();
  for (const deed of [[], ['reset'], ['end-sessions'], ['suspend'], ['lift']]) {
    const outcome = await groundwork(['account', ...deed, 'nobody@valley.test'], { env });
    expect(outcome).toMatchObject({ code: 1, out: '', err: 'No account has that email.\n' });
  }
  expect(await count()).toEqual(before);
});

test('an account is suspended and let in again, but never the last steward of the site', async () => {
  const { site, env } = await aSiteToLookAfter();
  const account = await anAccount(site);
  const run = (deed: string, email = account.email) => groundwork(['account', deed, email], { env });
  expect((await run('suspend')).code).toBe(0);
  expect((await site.as(account).get('/account')).status).toBe(401);
  expect((await run('show')).out).toContain('Suspended');
  expect((await run('lift')).code).toBe(0);
  expect(await run('lift')).toMatchObject({ code: 1, err: 'That account is not suspended.\n' });
  const steward = await anAccount(site, { isSiteSteward: true });
  expect((await run('suspend', steward.email)).code).toBe(1);
});
