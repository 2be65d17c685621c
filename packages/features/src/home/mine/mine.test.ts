import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aCampaign } from '../../campaigns/fixtures.ts';
import { anEvent, anRsvp, anUnconfirmedRsvp, beganAgo } from '../../events/fixtures.ts';
import { aGroup, aMember } from '../../groups/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';

type Account = { token: string };
type Row = { title: string; isHost: boolean; myAnswer: string | null; state: string };

const eventsOf = async (site: TestSite, account: Account, query = '') =>
  (await site.as(account).get(`/account/events${query}`)).body.rows as Row[];
const come = (site: TestSite, account: Account, { slug }: { slug: string }, answer = 'going') =>
  site.as(account).post(`/events/${slug}/rsvps`, { answer });

test('somebody’s events say as what they are there, soonest first, and nobody else’s are among them', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const member = await aMember(site, group);
  const hosted = await anEvent(site, { group, title: 'Postcards', inHours: 90 });
  const guested = await anEvent(site, { group, title: 'Soup', inHours: 50 });
  await anEvent(site, { group, title: 'Hearing' });
  await site.as(group.steward).put(`/events/${hosted.slug}/hosts/${member.id}`);
  await come(site, member, guested, 'maybe');
  const rows = await eventsOf(site, member);
  expect(rows.map(({ title, isHost, myAnswer }) => [title, isHost, myAnswer])).toEqual([
    ['Soup', false, 'maybe'],
    ['Postcards', true, null],
  ]);
  expect(await eventsOf(site, await aMember(site, group))).toEqual([]);
  expect((await site.as(null).get('/account/events')).status).toBe(401);
});

test('what is over is on a list of its own, and what is called off stays until then', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const member = await aMember(site, group);
  const [over, off, ahead] = [
    await anEvent(site, { group, title: 'Over' }),
    await anEvent(site, { group, title: 'Off', inHours: 24 }),
    await anEvent(site, { group, title: 'Ahead' }),
  ];
  for (const event of [over, off, ahead]) await come(site, member, event);
  await beganAgo(site, over, 24);
  await site.as(group.steward).put(`/events/${off.slug}/cancellation`, { reason: 'rain' });
  expect((await eventsOf(site, member)).map(({ title, state }) => [title, state])).toEqual([
    ['Off', 'cancelled'],
    ['Ahead', 'published'],
  ]);
  expect((await eventsOf(site, member, '?past=true')).map(({ title }) => title)).toEqual(['Over']);
});

test('a private event is not one’s own any more once one is put out of its group', async () => {
  const site = await aSite();
  const group = await aGroup(site, { visibility: 'private' });
  const member = await aMember(site, group);
  await come(site, member, await anEvent(site, { group }));
  expect(await eventsOf(site, member)).toHaveLength(1);
  await site.as(group.steward).delete(`/groups/${group.slug}/members/${member.id}`);
  expect(await eventsOf(site, member)).toEqual([]);
});

test('what somebody answered and confirmed by mail is theirs once they have an account, and not before they confirmed', async () => {
  const site = await aSite();
  const [come, asked] = [await anEvent(site, { title: 'Came' }), await anEvent(site, { title: 'Asked' })];
  const email = 'rosa@example.org';
  await anRsvp(site, come, { email });
  await anUnconfirmedRsvp(site, asked, { email });
  const rosa = await anAccount(site, { email });
  expect((await eventsOf(site, rosa)).map(({ title, myAnswer }) => [title, myAnswer])).toEqual([
    ['Came', 'going'],
  ]);
  expect(await eventsOf(site, await anAccount(site))).toEqual([]);
});

test('a mailbox that a group knows as another account’s is that one’s', async () => {
  const site = await aSite();
  const [email, event] = ['rosa@example.org', await anEvent(site)];
  await anRsvp(site, event, { email });
  const [rosa, other] = [await anAccount(site, { email }), await anAccount(site)];
  await site.db.execute(sql`update people set account_id = ${other.id} where email = ${email}`);
  expect(await eventsOf(site, rosa)).toEqual([]);
});

test('a list of one’s own goes on where its page ended', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const member = await aMember(site, group);
  for (const title of ['One', 'Two', 'Three'])
    await come(site, member, await anEvent(site, { group, title }));
  const first = (await site.as(member).get('/account/events?limit=2')).body;
  const then = (await site.as(member).get(`/account/events?limit=2&after=${first.next}`)).body;
  expect([...first.rows, ...then.rows].map(({ title }) => title).sort()).toEqual(['One', 'Three', 'Two']);
  expect(then.next).toBeNull();
});

test('what somebody signed is theirs to see, also where they may not see its campaign any more', async () => {
  const site = await aSite();
  const group = await aGroup(site, { visibility: 'private' });
  const member = await aMember(site, group);
  const campaign = await aCampaign(site, group, group.steward, { title: 'Keep the branch' });
  const { name, email } = member;
  await site.as(member).post(`${campaign.path}/signatures`, { name, email, updates: false });
  const signed = async (account: Account) =>
    (await site.as(account).get('/account/signatures')).body.rows as Record<string, string>[];
  const told = { title: 'Keep the branch', state: 'stands', kind: 'signature', groupName: group.name };
  expect(await signed(member)).toMatchObject([{ ...told, campaignSlug: campaign.slug }]);
  expect(await signed(group.steward)).toEqual([]);
  expect((await site.as(null).get('/account/signatures')).status).toBe(401);
  await site.as(group.steward).delete(`/groups/${group.slug}/members/${member.id}`);
  const [left] = await signed(member);
  expect(left).toMatchObject({ ...told, campaignSlug: null });
  const own = `/signatures/${left?.seal}`;
  expect((await site.as(null).get(own)).status).toBe(200);
  await site.as(null).delete(own);
  expect(await signed(member)).toMatchObject([{ state: 'withdrawn' }]);
});

test('a name that was typed for a mailbox waits for whoever proved it, and for nobody else', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const { path } = await aCampaign(site, group, group.steward);
  const [rosa, other] = [await anAccount(site, { email: 'rosa@example.org' }), await aMember(site, group)];
  await site.as(null).post(`${path}/signatures`, { name: 'Rosa', email: rosa.email, updates: false });
  const stateOf = async (account: Account) =>
    (await site.as(account).get('/account/signatures')).body.rows.map(({ state }: Row) => state);
  expect(await stateOf(rosa)).toEqual(['unconfirmed']);
  // As if an organizer had written her address into another's record.
  await site.db.execute(sql`delete from people where account_id = ${other.id}`);
  await site.db.execute(sql`update people set account_id = ${other.id} where email = ${rosa.email}`);
  expect([await stateOf(rosa), await stateOf(other)]).toEqual([[], []]);
});
