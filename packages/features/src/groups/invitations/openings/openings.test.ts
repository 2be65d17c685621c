import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAccount, tokenOfMail } from '../../../accounts/fixtures.ts';
import { accountOpenings } from '../../../accounts/openings/tables.ts';
import { sites } from '../../../site/tables.ts';
import { aSite, type TestSite } from '../../../testing.ts';
import { aGroup, type AGroup } from '../../fixtures.ts';
import { groupInvitations } from '../tables.ts';
import { invitationTo } from '../mails/fixtures.ts';

const rosa = { name: 'Rosa', password: 'four words in a row', language: 'es' };
const byLink = { ...rosa, email: 'rosa@example.net' };
const opening = (site: TestSite, way: 'anyone' | 'invited' | 'nobody') =>
  site.db.update(sites).set({ opening: way });

async function aLink(site: TestSite, group: AGroup, useLimit = 5) {
  const { body } = await site
    .as(group.steward)
    .post(`/groups/${group.slug}/invitations`, { days: 7, useLimit });
  return `/invitations/${body.url.split('/').at(-1)}`;
}

test('a person invited by mail opens an account and is in by one press, also where accounts are by invitation', async () => {
  const site = await aSite();
  await opening(site, 'invited');
  const group = await aGroup(site, { visibility: 'private', joining: 'invitation' });
  const { path } = await invitationTo(site, group, 'rosa@example.net', { role: 'organizer' });
  expect((await site.as(null).get(path)).body).toMatchObject({
    state: 'open',
    opensAccounts: true,
    group: { name: group.name, myRole: null },
    addressee: { email: 'rosa@example.net', role: 'organizer', isViewer: false },
  });
  const reply = await site.as(null).put(`${path}/account`, rosa);
  expect(reply).toMatchObject({ status: 201, body: { slug: group.slug } });
  const own = site.as({ token: reply.cookie ?? '' });
  expect((await own.get('/session')).body.viewer).toMatchObject({
    email: 'rosa@example.net',
    language: 'es',
  });
  expect((await own.get(`/groups/${group.slug}`)).body).toMatchObject({ myRole: 'organizer' });
  const mails = (await site.mails()).filter(({ toAddress }) => toAddress === 'rosa@example.net');
  expect(mails).toHaveLength(1);
});

test('an account is opened once by an invitation, however often it is pressed at the same time', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const { path } = await invitationTo(site, group, 'rosa@example.net');
  const presses = [1, 2, 3].map(() => site.as(null).put(`${path}/account`, rosa));
  const statuses = (await Promise.all(presses)).map(({ status }) => status);
  expect(statuses.sort()).toEqual([201, 409, 409]);
  expect((await site.as(group.steward).get(`/groups/${group.slug}`)).body.memberCount).toBe(2);
});

test('the page says the same whether the mailbox has an account or not', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  await anAccount(site, { email: 'known@example.net' });
  const known = await invitationTo(site, group, 'known@example.net');
  const other = await invitationTo(site, group, 'other@example.net');
  const [first, second] = await Promise.all(
    [known, other].map(async ({ path }) => (await site.as(null).get(path)).body),
  );
  expect({ ...first, addressee: null }).toEqual({ ...second, addressee: null });
});

test('a mailbox that has an account signs in, its password stays, and it comes in', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const ana = await anAccount(site, { email: 'ana@example.net' });
  const { path } = await invitationTo(site, group, 'ana@example.net', { role: 'organizer' });
  expect(await site.as(null).put(`${path}/account`, rosa)).toMatchObject({
    status: 409,
    cookie: null,
    body: { code: 'accounts.email-taken' },
  });
  expect((await site.as(null).post('/session', { email: ana.email, password: rosa.password })).status).toBe(
    401,
  );
  const accepted = await site.as(ana).put(`${path}/acceptance`);
  expect(accepted).toMatchObject({ status: 200, body: { myRole: 'organizer' } });
});

test('passed on to another account it makes a member, and no more', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const { path } = await invitationTo(site, group, 'ana@example.net', { role: 'organizer' });
  const ben = site.as(await anAccount(site));
  expect((await ben.get(path)).body.addressee).toMatchObject({ role: 'organizer', isViewer: false });
  expect(await ben.put(`${path}/acceptance`)).toMatchObject({ status: 200, body: { myRole: 'member' } });
  expect((await site.as(null).put(`${path}/account`, rosa)).status).toBe(409);
});

test('a link opens an account of whoever proves a mailbox, who is in on arrival', async () => {
  const site = await aSite();
  await opening(site, 'invited');
  const group = await aGroup(site, { visibility: 'private' });
  const path = await aLink(site, group);
  expect(await site.as(null).post(`${path}/openings`, byLink)).toMatchObject({ status: 202, cookie: null });
  const [asked] = await site.db.select().from(accountOpenings);
  expect(JSON.stringify(asked)).not.toContain(path.split('/').at(-1));
  const confirmed = await site.as(null).put(`/account-openings/${tokenOfMail(await site.mails())}`);
  expect(confirmed).toMatchObject({ status: 201, body: { next: `/groups/${group.slug}` } });
  const own = site.as({ token: confirmed.cookie ?? '' });
  expect((await own.get(`/groups/${group.slug}`)).body).toMatchObject({ myRole: 'member' });
});

test('a link opens no more accounts than it lets in, and none once it is over, where accounts are by invitation', async () => {
  const site = await aSite();
  await opening(site, 'invited');
  const group = await aGroup(site);
  const link = await aLink(site, group, 1);
  const ask = async (path: string, email: string) => {
    await site.as(null).post(`${path}/openings`, { ...byLink, email });
    return `/account-openings/${tokenOfMail(await site.mails())}`;
  };
  const [first, second] = [await ask(link, 'one@example.net'), await ask(link, 'two@example.net')];
  const taken = await ask(await aLink(site, group), 'three@example.net');
  const statuses = (await Promise.all([first, second].map((path) => site.as(null).put(path)))).map(
    ({ status }) => status,
  );
  expect(statuses.sort()).toEqual([201, 409]);
  await site.db.delete(groupInvitations);
  expect(await site.as(null).put(taken)).toMatchObject({
    status: 409,
    cookie: null,
    body: { code: 'groups.invitation-over' },
  });
  expect((await site.as(null).get(taken)).status).toBe(200);
});

test('a link is no proof of a mailbox, and an invitation by mail asks for none', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const link = await aLink(site, group);
  const mailed = await invitationTo(site, group, 'rosa@example.net');
  expect((await site.as(null).put(`${link}/account`, rosa)).status).toBe(404);
  expect((await site.as(null).post(`${mailed.path}/openings`, byLink)).status).toBe(404);
});

test('a link that was revoked meanwhile opens the account and lets nobody in', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  await site.as(null).post(`${await aLink(site, group)}/openings`, byLink);
  await site.db.delete(groupInvitations);
  const confirmed = await site.as(null).put(`/account-openings/${tokenOfMail(await site.mails())}`);
  expect(confirmed.status).toBe(201);
  const seen = await site.as({ token: confirmed.cookie ?? '' }).get(`/groups/${group.slug}`);
  expect(seen.body.myRole).toBeNull();
});

test('no account is opened where the site opens none, or by a group that nobody vouched for where they are by invitation', async () => {
  const site = await aSite();
  const vouched = await aLink(site, await aGroup(site));
  const unvouched = await aLink(site, await aGroup(site, { isVouched: false }));
  await opening(site, 'nobody');
  expect((await site.as(null).get(vouched)).body).toMatchObject({ opensAccounts: false });
  expect((await site.as(null).post(`${vouched}/openings`, byLink)).status).toBe(403);
  await opening(site, 'invited');
  expect(await site.as(null).post(`${unvouched}/openings`, byLink)).toMatchObject({
    status: 403,
    body: { code: 'groups.invitation-opens-no-account' },
  });
  await opening(site, 'anyone');
  expect((await site.as(null).post(`${unvouched}/openings`, byLink)).status).toBe(202);
});

test('over, or with a password that is easily guessed, it opens nothing', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const { path } = await invitationTo(site, group, 'rosa@example.net');
  expect((await site.as(null).put(`${path}/account`, { ...rosa, password: 'password12' })).status).toBe(422);
  await site.db.update(groupInvitations).set({ expiresAt: sql`now() - interval '1 minute'` });
  expect(await site.as(null).put(`${path}/account`, rosa)).toMatchObject({
    status: 409,
    body: { code: 'groups.invitation-over' },
  });
  expect((await site.as(null).get(path)).body).toEqual({
    state: 'expired',
    group: null,
    addressee: null,
    opensAccounts: false,
  });
});
