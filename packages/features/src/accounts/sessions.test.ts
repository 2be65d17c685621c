import { sql } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { loadSettings } from '@groundwork/settings';
import { aSite } from '../testing.ts';
import { anAccount } from './fixtures.ts';
import { isCarriedPlainly, sessionCookie, startSession, sessionToken } from './sessions.ts';

test('a stranger is nobody, and still learns where they are', async () => {
  const site = await aSite();
  const { body } = await site.as(null).get('/session');
  expect(body).toMatchObject({
    viewer: null,
    site: { name: 'Valley Coalition', opening: 'anyone', isSetUp: true },
  });
});

test('the database keeps no token, only its hash', async () => {
  const site = await aSite();
  const { token } = await anAccount(site);
  const { rows } = await site.db.execute(sql`select id from sessions`);
  expect(rows).toEqual([{ id: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  expect((await site.as({ token: String(rows[0]?.id) }).get('/account')).status).toBe(401);
  expect((await site.as({ token }).get('/account')).status).toBe(200);
});

test('a session that is used lives on; one that is not ends after thirty days', async () => {
  const site = await aSite();
  const ana = await anAccount(site);
  await site.db.execute(
    sql`update sessions set expires_at = now() + interval '1 day', last_seen_on = '2026-01-01'`,
  );
  expect((await site.as(ana).get('/account')).status).toBe(200);
  const { rows } = await site.db.execute(
    sql`select expires_at > now() + interval '29 days' as lives, last_seen_on = (now() at time zone 'utc')::date as noted from sessions`,
  );
  expect(rows).toEqual([{ lives: true, noted: true }]);
  await site.db.execute(sql`update sessions set expires_at = now() - interval '1 second'`);
  expect((await site.as(ana).get('/account')).status).toBe(401);
});

test('signing out ends the session and takes the cookie away', async () => {
  const site = await aSite();
  const ana = await anAccount(site);
  const reply = await site.as(ana).delete('/session');
  expect(reply.status).toBe(204);
  expect(reply.headers['set-cookie']).toMatch(/^session=; .*Max-Age=0/);
  expect((await site.as(ana).get('/account')).status).toBe(401);
  expect((await site.as(null).delete('/session')).status).toBe(204);
});

test('signing out holds even when no open socket can be told', async () => {
  const site = await aSite();
  const ana = await anAccount(site);
  const publish = vi.spyOn(site.house.live, 'publish').mockRejectedValue(new Error('nobody listens'));
  expect((await site.as(ana).delete('/session')).status).toBe(204);
  expect(publish).toHaveBeenCalledOnce();
  expect((await site.as(ana).get('/account')).status).toBe(401);
});

test('signing in again ends the session that was there', async () => {
  const site = await aSite();
  const ana = await anAccount(site);
  await site.as(ana).post('/session', ana);
  expect((await site.as(ana).get('/account')).status).toBe(401);
});

test('an account sees and ends its own sessions, and nobody else’s', async () => {
  const site = await aSite();
  const ana = await anAccount(site);
  const other = await startSession(site.house, ana.id);
  const { body } = await site.as(ana).get('/account/sessions');
  expect(body.rows).toHaveLength(2);
  expect(body.rows.filter(({ isThisOne }: { isThisOne: boolean }) => isThisOne)).toHaveLength(1);
  const { key } = body.rows.find(({ isThisOne }: { isThisOne: boolean }) => !isThisOne);
  const stranger = await anAccount(site);
  const heard = vi.fn();
  site.house.live.subscribe(`account:${ana.id}`, heard);
  expect((await site.as(stranger).delete(`/account/sessions/${key}`)).status).toBe(404);
  expect((await site.as(ana).delete(`/account/sessions/${key}`)).status).toBe(204);
  await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce());
  expect((await site.as({ token: other }).get('/account')).status).toBe(401);
  expect((await site.as(ana).get('/account')).status).toBe(200);
});

test('over https the cookie never travels in the clear', async () => {
  const { db, house } = await aSite();
  const settings = { ...loadSettings({ PUBLIC_URL: 'https://example.org' }), secret: house.settings.secret };
  expect(sessionCookie({ db, settings }, 'token')).toContain('Secure');
});

test('over https the cookie is this very host’s, and one of earlier versions is still read', async () => {
  const { db, house } = await aSite();
  const settings = { ...loadSettings({ PUBLIC_URL: 'https://example.org' }), secret: house.settings.secret };
  const secure = { db, settings };
  expect(sessionCookie(secure, 'token')).toMatch(/^__Host-session=token; .*Path=\/; .*Secure/);
  expect(sessionToken(secure, { session: 'old' })).toBe('old');
  expect(sessionToken(secure, { session: 'old', '__Host-session': 'new' })).toBe('new');
  expect(isCarriedPlainly(secure, { session: 'old' })).toBe(true);
  expect(isCarriedPlainly(secure, { session: 'old', '__Host-session': 'new' })).toBe(false);
  expect(sessionToken(house, { '__Host-session': 'new' })).toBeUndefined();
});

test('a session ends after 90 days, however much it is used', async () => {
  const site = await aSite();
  const ana = await anAccount(site);
  await site.db.execute(sql`update sessions set created_at = now() - interval '89 days'`);
  expect((await site.as(ana).get('/account')).status).toBe(200);
  await site.db.execute(sql`update sessions set created_at = now() - interval '91 days'`);
  expect((await site.as(ana).get('/account')).status).toBe(401);
});

test('expired sessions are forgotten', async () => {
  const site = await aSite();
  await anAccount(site);
  await site.db.execute(sql`update sessions set expires_at = now() - interval '1 second'`);
  await site.sweep('accounts.forget');
  expect((await site.db.execute(sql`select 1 from sessions`)).rows).toEqual([]);
});
