import { expect, test, vi } from 'vitest';
import { anEvent } from './events/fixtures.ts';
import { aGroup, aMember } from './groups/fixtures.ts';
import { aSite, type TestSite } from './testing.ts';
import { anAccount, tokenOfMail } from './accounts/fixtures.ts';

type Account = Awaited<ReturnType<typeof anAccount>>;
const rosa = { name: 'Rosa', email: 'rosa@example.net', password: 'four words in a row', language: 'es' };

/** A stranger presses something, and their browser keeps what the answer says. */
async function pressed(site: TestSite, deed: string, slug: string) {
  const reply = await site.as(null).post('/intents', { deed, slug });
  expect(reply.status).toBe(204);
  return cookieOf(reply.headers['set-cookie']);
}

function cookieOf(header: unknown) {
  return { cookie: String(header).split(';', 1)[0] ?? '' };
}

function signIn(site: TestSite, { email, password }: Account, next: string, headers = {}) {
  return site.as(null).post('/session', { email, password, next }, headers);
}

test('a person who pressed Join before signing in is a member on arrival', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const ana = await anAccount(site);
  const cookies = await pressed(site, 'groups.join', group.slug);
  const reply = await signIn(site, ana, `/groups/${group.slug}`, cookies);
  expect(reply).toMatchObject({ status: 200, body: { deed: 'groups.join', outcome: 'done' } });
  expect((await site.as(ana).get(`/groups/${group.slug}`)).body.myRole).toBe('member');
  expect(String(reply.headers['set-cookie'])).toMatch(/intent=; HttpOnly; Max-Age=0/);
});

test('a person who asked to join before signing in has asked on arrival', async () => {
  const site = await aSite();
  const group = await aGroup(site, { joining: 'approval' });
  const ana = await anAccount(site);
  await signIn(site, ana, `/groups/${group.slug}`, await pressed(site, 'groups.ask', group.slug));
  expect((await site.as(ana).get(`/groups/${group.slug}`)).body).toMatchObject({
    hasAsked: true,
    myRole: null,
  });
});

test('a member who said that they come before signing in comes on arrival', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const ana = await anAccount(site);
  await aMember(site, group, 'member', ana);
  const event = await anEvent(site, { group, rsvpFrom: 'members' });
  const reply = await signIn(
    site,
    ana,
    `/events/${event.slug}`,
    await pressed(site, 'events.rsvp', event.slug),
  );
  expect(reply.body).toEqual({ deed: 'events.rsvp', outcome: 'done' });
  expect((await site.as(ana).get(`/events/${event.slug}`)).body.myRsvp).toMatchObject({ state: 'going' });
});

test('an RSVP with guests, pressed once more before signing in, still brings them', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const ana = await anAccount(site);
  await aMember(site, group, 'member', ana);
  const event = await anEvent(site, { group, rsvpFrom: 'members', capacity: 4 });
  await site.as(ana).post(`/events/${event.slug}/rsvps`, { answer: 'going', guestCount: 3 });
  const before = (await site.mails()).length;
  await signIn(site, ana, `/events/${event.slug}`, await pressed(site, 'events.rsvp', event.slug));
  const { myRsvp } = (await site.as(ana).get(`/events/${event.slug}`)).body;
  expect(myRsvp).toMatchObject({ state: 'going', guestCount: 3 });
  expect(await site.mails()).toHaveLength(before);
});

test('an invitation that was wished for lets in on arrival', async () => {
  const site = await aSite();
  const group = await aGroup(site, { visibility: 'private', joining: 'invitation' });
  const { body } = await site.as(group.steward).post(`/groups/${group.slug}/invitations`, { days: 7 });
  const path = new URL(body.url).pathname;
  const ana = await anAccount(site);
  const wished = await site.as(null).put(`${path}/intent`);
  await signIn(site, ana, path, cookieOf(wished.headers['set-cookie']));
  expect((await site.as(ana).get(`/groups/${group.slug}`)).body.myRole).toBe('member');
});

test('an intent is done after a new password is set, on the way back to that page only', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const page = `/groups/${group.slug}`;
  const cookies = await pressed(site, 'groups.join', group.slug);
  const forgetful = async (next: string) => {
    const { email } = await anAccount(site);
    await site.as(null).post('/password-resets', { email });
    const path = `/password-resets/${tokenOfMail(await site.mails())}`;
    return site.as(null).put(path, { password: rosa.password, next }, cookies);
  };
  const elsewhere = await forgetful('/events');
  expect(elsewhere.status).toBe(204);
  expect((await site.as({ token: elsewhere.cookie ?? '' }).get(page)).body.myRole).toBeNull();
  const back = await forgetful(page);
  expect(back).toMatchObject({ status: 200, body: { deed: 'groups.join', outcome: 'done' } });
  expect((await site.as({ token: back.cookie ?? '' }).get(page)).body.myRole).toBe('member');
});

test('an intent is done once a new account’s mailbox said yes, on whatever device', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const cookies = await pressed(site, 'groups.join', group.slug);
  await site.as(null).post('/accounts', { ...rosa, next: `/groups/${group.slug}` }, cookies);
  const token = tokenOfMail(await site.mails());
  expect((await site.as(null).get(`/account-openings/${token}`)).body.intent).toBe('groups.join');
  const confirmed = await site.as(null).put(`/account-openings/${token}`);
  expect(confirmed.body).toEqual({
    next: `/groups/${group.slug}`,
    intent: { deed: 'groups.join', outcome: 'done' },
  });
  const own = site.as({ token: confirmed.cookie ?? '' });
  expect((await own.get(`/groups/${group.slug}`)).body.myRole).toBe('member');
});

test('an intent that is not allowed is not done, and keeps nobody from signing in', async () => {
  const site = await aSite();
  const group = await aGroup(site, { joining: 'invitation' });
  const open = await aGroup(site);
  const banned = await aMember(site, open);
  await site.as(open.steward).put(`/groups/${open.slug}/bans/${banned.id}`);
  const ana = await anAccount(site);
  for (const [account, { slug }] of [
    [ana, group],
    [await anAccount(site, { email: 'other@example.net' }), await aGroup(site, { visibility: 'private' })],
  ] as const) {
    const reply = await signIn(site, account, `/groups/${slug}`, await pressed(site, 'groups.join', slug));
    expect(reply).toMatchObject({ status: 200, body: { outcome: 'refused' } });
    expect(reply.cookie).not.toBeNull();
  }
  expect((await site.as(ana).get(`/groups/${group.slug}`)).body.myRole).toBeNull();
});

test('an intent is not done for who goes on to another page, or signs in with a wrong password', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const ana = await anAccount(site);
  const cookies = await pressed(site, 'groups.join', group.slug);
  expect((await signIn(site, ana, '/events', cookies)).status).toBe(204);
  const wrong = { ...ana, password: 'not the password' };
  expect((await signIn(site, wrong, `/groups/${group.slug}`, cookies)).status).toBe(401);
  expect((await site.as(ana).get(`/groups/${group.slug}`)).body.myRole).toBeNull();
});

test('a cookie that this site did not seal, or sealed for something else, is no intent', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const other = await aGroup(site);
  const ana = await anAccount(site);
  const next = `/groups/${group.slug}`;
  const { cookie } = await pressed(site, 'groups.join', other.slug);
  const [, payload = '', seal = ''] = /^intent=([^.]*)\.(.*)$/.exec(cookie) ?? [];
  const payloadOf = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const forged = Buffer.from(JSON.stringify({ ...payloadOf, subject: group.slug, next })).toString(
    'base64url',
  );
  for (const value of [`${forged}.${seal}`, `${forged}.`, `.${seal}`, 'x', '', `${payload}.${seal}.x`])
    expect((await signIn(site, ana, next, { cookie: `intent=${value}` })).status, value).toBe(204);
  expect((await site.as(ana).get(next)).body.myRole).toBeNull();
});

test('a intent is kept for half an hour', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const ana = await anAccount(site);
  const cookies = await pressed(site, 'groups.join', group.slug);
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 31 * 60_000);
  const reply = await signIn(site, ana, `/groups/${group.slug}`, cookies);
  vi.restoreAllMocks();
  expect(reply.status).toBe(204);
});

test.each([
  '//evil.example',
  '/\\evil.example',
  '%2f%2fevil.example',
  'https://evil.example',
  '/\t/evil.example',
])('an intent and a new account never lead to %j', async (next) => {
  const site = await aSite();
  await site.as(null).post('/accounts', { ...rosa, next });
  const confirmed = await site.as(null).put(`/account-openings/${tokenOfMail(await site.mails())}`);
  expect(confirmed.body).toEqual({ next: '/', intent: null });
  expect((await site.as(null).post('/intents', { deed: 'groups.join', slug: next })).status).toBe(422);
});
