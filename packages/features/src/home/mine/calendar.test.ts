import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anEvent, beganAgo } from '../../events/fixtures.ts';
import { aGroup, aMember } from '../../groups/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { newId } from '@groundwork/database';

type Account = { id: string; token: string };

const hidden = { address: '12 Linden Street, flat 4', addressVisibility: 'after_rsvp' } as const;

/** Gives somebody's calendar an address; resolves to its path in the api. */
async function addressOf(site: TestSite, account: Account): Promise<string> {
  const { body } = await site.as(account).put('/account/calendar');
  return pathIn(body.address.url);
}
const pathIn = (url: string) =>
  `/calendars/${url
    .split('/')
    .at(-1)
    ?.replace(/\.ics$/, '')}`;
const come = (site: TestSite, account: Account, { slug }: { slug: string }, answer = 'going') =>
  site.as(account).post(`/events/${slug}/rsvps`, { answer });
const summaries = (file: string) => [...file.matchAll(/SUMMARY:(\w+)/g)].map(([, title]) => title).sort();

test('somebody’s calendar is read by its address alone, with the places of what they come to', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const member = await aMember(site, group);
  await come(site, member, await anEvent(site, { group, title: 'Soup', ...hidden }));
  await anEvent(site, { group, title: 'Hearing' });
  const { status, body, headers } = await site.as(null).get(await addressOf(site, member));
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': expect.stringContaining('text/calendar'),
    'cache-control': 'private, no-cache',
    'x-robots-tag': 'noindex',
  });
  expect(summaries(body)).toEqual(['Soup']);
  expect(body).toContain('12 Linden Street');
  expect(body).toContain('STATUS:CONFIRMED');
});

test('what somebody is not sure of is tentative, and where they have no place yet the address stays hidden', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const [first, second] = [await aMember(site, group), await aMember(site, group)];
  const full = await anEvent(site, { group, title: 'Soup', capacity: 1, ...hidden });
  await come(site, first, full);
  await come(site, second, full);
  const { body } = await site.as(null).get(await addressOf(site, second));
  expect(body).toContain('STATUS:TENTATIVE');
  expect(body).not.toContain('12 Linden');
});

test('who hosts an event has its place in their calendar', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const host = await aMember(site, group);
  const event = await anEvent(site, { group, ...hidden });
  await site.as(group.steward).put(`/events/${event.slug}/hosts/${host.id}`);
  const { body } = await site.as(null).get(await addressOf(site, host));
  expect(body).toContain('12 Linden');
  expect(body).toContain('STATUS:CONFIRMED');
});

test('a calendar holds what was within a month, and strikes what is called off', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const member = await aMember(site, group);
  const [recent, old, off] = [
    await anEvent(site, { group, title: 'Recent' }),
    await anEvent(site, { group, title: 'Old' }),
    await anEvent(site, { group, title: 'Off' }),
  ];
  for (const event of [recent, old, off]) await come(site, member, event);
  await beganAgo(site, recent, 10 * 24);
  await beganAgo(site, old, 40 * 24);
  await site.as(group.steward).put(`/events/${off.slug}/cancellation`, { reason: 'rain' });
  const { body } = await site.as(null).get(await addressOf(site, member));
  expect(summaries(body)).toEqual(['Off', 'Recent']);
  expect(body.match(/STATUS:\w+/g)?.sort()).toEqual(['STATUS:CANCELLED', 'STATUS:CONFIRMED']);
});

test('a calendar holds nothing of a private group that its owner was put out of, nor what is taken back', async () => {
  const site = await aSite();
  const [closed, open] = [await aGroup(site, { visibility: 'private' }), await aGroup(site)];
  const member = await aMember(site, closed);
  const dropped = await anEvent(site, { group: open, title: 'Soup' });
  await come(site, member, await anEvent(site, { group: closed, title: 'Plan' }));
  await come(site, member, dropped);
  const address = await addressOf(site, member);
  const held = async () => summaries((await site.as(null).get(address)).body);
  expect(await held()).toEqual(['Plan', 'Soup']);
  await site.as(closed.steward).delete(`/groups/${closed.slug}/members/${member.id}`);
  expect(await held()).toEqual(['Soup']);
  const [{ answerSeal }] = (await site.as(member).get('/account/events')).body.rows;
  await site.as(null).delete(`/rsvps/${answerSeal}`);
  expect(await held()).toEqual([]);
});

test('an address that was replaced or ended opens nothing at once', async () => {
  const site = await aSite();
  const member = await aMember(site, await aGroup(site));
  const statusOf = async (address: string) => (await site.as(null).get(address)).status;
  const first = await addressOf(site, member);
  const second = await addressOf(site, member);
  expect(second).not.toBe(first);
  expect([await statusOf(first), await statusOf(second)]).toEqual([404, 200]);
  const shown = (await site.as(member).get('/account/calendar')).body;
  expect(pathIn(shown.address.url)).toBe(second);
  for (let times = 0; times < 2; times += 1)
    expect((await site.as(member).delete('/account/calendar')).status).toBe(204);
  expect(await statusOf(second)).toBe(404);
  expect((await site.as(member).get('/account/calendar')).body).toEqual({ address: null });
});

test('an address is made, seen and ended by its own account alone', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const [member, other] = [await aMember(site, group), await aMember(site, group)];
  const address = await addressOf(site, member);
  for (const ask of ['get', 'put', 'delete'] as const)
    expect((await site.as(null)[ask]('/account/calendar')).status).toBe(401);
  expect((await site.as(other).get('/account/calendar')).body).toEqual({ address: null });
  await site.as(other).delete('/account/calendar');
  expect((await site.as(null).get(address)).status).toBe(200);
});

test('a seal that is not this site’s, or is for something else, opens no calendar', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const member = await aMember(site, group);
  await come(site, member, await anEvent(site, { group }));
  const address = await addressOf(site, member);
  const [{ answerSeal }] = (await site.as(member).get('/account/events')).body.rows;
  const id = address.split('/').at(-1)?.split('.')[0];
  const wrong = [answerSeal, `${id}.${'a'.repeat(32)}`, `${newId()}.${address.split('.')[1]}`, id, 'x'];
  for (const sealed of wrong)
    expect([sealed, (await site.as(null).get(`/calendars/${sealed}`)).status]).toEqual([sealed, 404]);
});

test('nothing in the database opens a calendar, and it goes with its account', async () => {
  const site = await aSite();
  const member = await aMember(site, await aGroup(site));
  const address = await addressOf(site, member);
  const kept = await site.db.execute(sql`select * from calendar_addresses`);
  expect(JSON.stringify(kept.rows)).not.toContain(address.split('.')[1]);
  await site.db.execute(
    sql`insert into account_suspensions (account_id, reason) values (${member.id}, 'Threats.')`,
  );
  expect((await site.as(null).get(address)).status).toBe(404);
  await site.db.execute(sql`delete from account_suspensions`);
  expect((await site.as(null).get(address)).status).toBe(200);
  await site.db.execute(sql`delete from accounts where id = ${member.id}`);
  expect((await site.as(null).get(address)).status).toBe(404);
  expect((await site.db.execute(sql`select from calendar_addresses`)).rowCount).toBe(0);
});
