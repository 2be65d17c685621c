import { describe, expect, test } from 'vitest';
import { aSite, type TestSite } from '../../testing.ts';
import { anAccount, tokenOfMail } from '../fixtures.ts';
import { startSession } from '../sessions.ts';

const reason = 'Wrote to people who had asked not to be written to.';

describe('a suspended account', () => {
  test('is signed out everywhere at once, and its open sockets are asked again', async () => {
    const { site, account, suspend } = await aCase();
    const heard: string[] = [];
    site.house.live.subscribe(`account:${account.id}`, ({ kind }) => heard.push(kind));
    expect((await suspend()).status).toBe(204);
    expect((await site.as(account).get('/account')).status).toBe(401);
    expect(heard).toContain('accounts.session-ended');
  });

  test('hears so only after the right password, and by mail why', async () => {
    const { site, account, suspend } = await aCase();
    await suspend();
    const signIn = (password: string) => site.as(null).post('/session', { email: account.email, password });
    expect(await signIn('not the password')).toMatchObject({
      status: 401,
      body: { code: 'accounts.wrong-sign-in' },
    });
    expect(await signIn(account.password)).toMatchObject({
      status: 403,
      body: { code: 'accounts.suspended' },
    });
    const mail = (await site.mails()).at(-1);
    expect(mail?.toAddress).toBe(account.email);
    expect(JSON.stringify(mail?.letter)).toContain(reason);
  });

  test('comes in by no link: not by one it had, nor by one it asks for', async () => {
    const { site, account, suspend } = await aCase();
    await site.as(null).post('/password-resets', { email: account.email });
    const token = tokenOfMail(await site.mails());
    await suspend();
    const password = 'river lantern branch nine';
    expect((await site.as(null).put(`/password-resets/${token}`, { password })).status).toBe(404);
    await site.as(null).post('/password-resets', { email: account.email });
    expect((await site.mails()).at(-1)?.letter?.button).toBeUndefined();
    await expect(startSession(site.house, account.id)).rejects.toThrow('accounts.suspended');
  });

  test('whose session began in that very moment is no viewer either', async () => {
    const { site, account, suspend } = await aCase();
    const { rows } = await site.db.$client.query('select * from sessions where account_id = $1', [
      account.id,
    ]);
    await suspend();
    const { id, key, account_id, expires_at } = rows[0] as Record<string, string>;
    await site.db.$client.query(
      'insert into sessions (id, key, account_id, expires_at) values ($1, $2, $3, $4)',
      [...[id, key, account_id, expires_at]],
    );
    expect((await site.as(account).get('/account')).status).toBe(401);
  });

  test('comes in again once it is lifted, with the password it had', async () => {
    const { site, account, steward, path, suspend } = await aCase();
    await suspend();
    expect((await steward.delete(`${path}/suspension`)).status).toBe(204);
    expect((await steward.delete(`${path}/suspension`)).status).toBe(404);
    const { email, password } = account;
    expect((await site.as(null).post('/session', { email, password })).status).toBe(204);
  });
});

describe('suspending', () => {
  test('nobody suspends themselves, so that the last steward of the site stays', async () => {
    const { steward, me } = await aCase();
    expect(await steward.put(`/site/accounts/${me.id}/suspension`, { reason })).toMatchObject({
      status: 409,
      body: { code: 'accounts.suspend-yourself' },
    });
  });

  test('a steward who is left alone by it is the last one', async () => {
    const { site, steward, me } = await aCase();
    const other = await anAccount(site, { isSiteSteward: true });
    await steward.put(`/site/accounts/${other.id}/suspension`, { reason });
    expect(await steward.delete(`/site/stewards/${me.id}`)).toMatchObject({
      status: 409,
      body: { code: 'accounts.last-site-steward' },
    });
  });

  test('takes a reason', async () => {
    const { steward, path } = await aCase();
    expect((await steward.put(`${path}/suspension`, { reason: ' ' })).status).toBe(422);
  });

  test('a steward signs someone out everywhere, who may come back at once', async () => {
    const { site, account, steward, path } = await aCase();
    expect((await steward.delete(`${path}/sessions`)).status).toBe(204);
    expect((await site.as(account).get('/account')).status).toBe(401);
    const { email, password } = account;
    expect((await site.as(null).post('/session', { email, password })).status).toBe(204);
  });
});

async function aCase() {
  const site: TestSite = await aSite();
  const me = await anAccount(site, { isSiteSteward: true });
  const account = await anAccount(site);
  const steward = site.as(me);
  const path = `/site/accounts/${account.id}`;
  return { site, me, account, steward, path, suspend: () => steward.put(`${path}/suspension`, { reason }) };
}
