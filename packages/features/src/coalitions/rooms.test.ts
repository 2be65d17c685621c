import { newId } from '@groundwork/database';
import { expect, test } from 'vitest';
import { anAccount } from '../accounts/fixtures.ts';
import { aGroup, aMember } from '../groups/fixtures.ts';
import { aSite, type TestSite } from '../testing.ts';
import { aCoalition, aDelegate, joinCoalition } from './fixtures.ts';

type Account = Parameters<TestSite['as']>[0];

/** A coalition of two groups with its first channels, and one of each who might read them. */
async function aCouncilHouse(site: TestSite) {
  const coalition = await aCoalition(site);
  const group = await aGroup(site, { name: 'Second' });
  await joinCoalition(site, coalition, group);
  const people = {
    member: await aMember(site, group),
    organizer: await aMember(site, group, 'organizer'),
    delegate: await aMember(site, group),
    stranger: await anAccount(site),
  };
  await aDelegate(site, { coalition, group, account: people.delegate });
  await site.work();
  const { body } = await site.as(coalition.steward).get(`/channels?group=${coalition.slug}`);
  const idOf = (name: string) => body.rows.find((row: { name: string }) => row.name === name).id as string;
  const rooms = { everyone: idOf('everyone'), delegates: idOf('delegates'), organizers: idOf('organizers') };
  return { coalition, group, rooms, ...people };
}

const say = (site: TestSite, who: Account, room: string, body = 'Good evening.') =>
  site.as(who).post(`/channels/${room}/messages`, { id: newId(), body });

async function readBy(site: TestSite, who: Account) {
  const { body } = await site.as(who).get('/channels');
  return body.rows
    .filter(({ groupName }: { groupName: string }) => groupName === 'Valley Coalition')
    .map(({ name }: { name: string }) => name);
}

test('a coalition has a room for everyone in its groups, one for its delegates and one for organizers of all', async () => {
  const site = await aSite();
  const { member, organizer, delegate, stranger, coalition, rooms } = await aCouncilHouse(site);
  expect(await readBy(site, member)).toEqual(['everyone']);
  expect(await readBy(site, organizer)).toEqual(['everyone', 'organizers']);
  expect(await readBy(site, delegate)).toEqual(['delegates', 'everyone', 'organizers']);
  expect(await readBy(site, stranger)).toEqual([]);
  for (const [who, statuses] of [
    [member, [201, 404, 404]],
    [organizer, [201, 404, 201]],
    [delegate, [201, 201, 201]],
    [stranger, [404, 404, 404]],
  ] as const) {
    const replies = await Promise.all(Object.values(rooms).map((room) => say(site, who, room)));
    expect(replies.map(({ status }) => status)).toEqual(statuses);
  }
  // Nobody runs a room by standing in a group.
  expect((await site.as(organizer).patch(`/channels/${rooms.everyone}`, { purpose: 'Ours.' })).status).toBe(
    403,
  );
  expect(
    (await site.as(coalition.steward).patch(`/channels/${rooms.everyone}`, { purpose: 'Ours.' })).status,
  ).toBe(200);
});

test('in a coalition’s room people are called as in their group, which stands beside the name', async () => {
  const site = await aSite();
  const { member, organizer, group, rooms } = await aCouncilHouse(site);
  await site.as(member).patch(`/groups/${group.slug}/membership`, { name: 'La Chispa', pronouns: null });
  const sent = await say(site, member, rooms.everyone);
  expect(sent.body.authorName).toBe('La Chispa · Second');
  const { body } = await site.as(organizer).get(`/channels/${rooms.everyone}/messages`);
  expect(body.rows.at(-1).authorName).toBe('La Chispa · Second');
  expect(JSON.stringify(body)).not.toContain(member.name);
});

test('a private group’s name is not told in a coalition’s room', async () => {
  const site = await aSite();
  const { member, group, rooms } = await aCouncilHouse(site);
  await site.as(group.steward).patch(`/groups/${group.slug}`, { visibility: 'private' });
  expect((await say(site, member, rooms.everyone)).body.authorName).toBe(member.name);
});

test('who leaves their group, or is banned from the coalition, reads and is named there no more', async () => {
  const site = await aSite();
  const { coalition, member, organizer, group, rooms } = await aCouncilHouse(site);
  await say(site, organizer, rooms.everyone);
  await site.as(coalition.steward).put(`/groups/${coalition.slug}/bans/${organizer.id}`);
  await site.as(member).delete(`/groups/${group.slug}/membership`);
  for (const who of [member, organizer]) {
    expect(await readBy(site, who)).toEqual([]);
    expect((await site.as(who).get(`/channels/${rooms.everyone}/messages`)).status).toBe(404);
  }
  const { body } = await site.as(coalition.steward).get(`/channels/${rooms.everyone}/messages`);
  expect(body.rows[0].authorName).toBeNull();
});

test('what was said before somebody’s group came is not unread for them', async () => {
  const site = await aSite();
  const { coalition, rooms } = await aCouncilHouse(site);
  await say(site, coalition.steward, rooms.everyone);
  const late = await aGroup(site, { name: 'Late' });
  const newcomer = await aMember(site, late);
  await site.db.execute(
    `update memberships set joined_at = now() - interval '1 year' where group_id = '${late.id}'`,
  );
  await joinCoalition(site, coalition, late);
  await say(site, coalition.steward, rooms.everyone);
  const { body } = await site.as(newcomer).get(`/channels/${rooms.everyone}`);
  expect(body.unreadCount).toBe(1);
});

test('through a coalition within a coalition, its groups stand in the outer one', async () => {
  const site = await aSite();
  const { coalition, member, stranger } = await aCouncilHouse(site);
  const outer = await aCoalition(site, { name: 'Outer' });
  await joinCoalition(site, outer, coalition);
  await site.work();
  const { body } = await site.as(member).get('/channels');
  expect(body.rows.map((row: { groupName: string }) => row.groupName)).toContain('Outer');
  expect((await site.as(stranger).get(`/coalitions/${outer.slug}`)).body.isInside).toBe(false);
});

test('a group has no channel for groups', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const asked = { name: 'all', readers: 'groups' };
  expect(await site.as(group.steward).post(`/groups/${group.slug}/channels`, asked)).toMatchObject({
    status: 422,
    body: { fields: [{ name: 'readers' }] },
  });
});
