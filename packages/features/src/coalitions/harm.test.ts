import { newId } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aCampaign } from '../campaigns/fixtures.ts';
import { anEvent } from '../events/fixtures.ts';
import { aGroup, aMember } from '../groups/fixtures.ts';
import { aSite, type TestSite } from '../testing.ts';
import { aCoalition, aDelegate, aMandate, joinCoalition } from './fixtures.ts';

/** A coalition with a second group and one who is in that group. */
async function aSecond(site: TestSite, name = 'Second') {
  const coalition = await aCoalition(site);
  const group = await aGroup(site, { name });
  await joinCoalition(site, coalition, group);
  const member = await aMember(site, group);
  await site.work();
  const { body } = await site.as(coalition.steward).get(`/channels?group=${coalition.slug}`);
  const everyone: string = body.rows.find((row: { name: string }) => row.name === 'everyone').id;
  const say = (who: typeof member) =>
    site.as(who).post(`/channels/${everyone}/messages`, { id: newId(), body: 'Good evening.' });
  const lastName = async () =>
    (await site.as(coalition.steward).get(`/channels/${everyone}/messages`)).body.rows.at(-1)
      .authorName as string;
  return { coalition, group, member, everyone, say, lastName };
}

test('a delegate is called in the coalition as in their group, also in what they said before', async () => {
  const site = await aSite();
  const { coalition, group, member, say, lastName } = await aSecond(site);
  await site.as(member).patch(`/groups/${group.slug}/membership`, { name: 'La Chispa', pronouns: null });
  await say(member);
  await aDelegate(site, { coalition, group, account: member });
  expect(await lastName()).toBe('La Chispa · Second');
  const { body } = await site.as(coalition.steward).get(`/coalitions/${coalition.slug}/delegates`);
  expect(JSON.stringify(body)).not.toContain(member.name);
});

test('a private group is in no count and no list that others read', async () => {
  const site = await aSite();
  const { coalition, member } = await aSecond(site);
  const quiet = await aGroup(site, { name: 'Quiet' });
  await joinCoalition(site, coalition, quiet);
  await aDelegate(site, { coalition, group: quiet, account: await aMember(site, quiet) });
  await site.as(quiet.steward).patch(`/groups/${quiet.slug}`, { visibility: 'private' });
  const path = `/coalitions/${coalition.slug}`;
  const countFor = async (viewer: typeof member | null) =>
    (await site.as(viewer).get(path)).body.groupCount as number;
  expect([await countFor(null), await countFor(member), await countFor(coalition.steward)]).toEqual([
    2, 2, 3,
  ]);
  expect((await site.as(member).get(`${path}/delegates`)).body.rows).toHaveLength(1);
  expect((await site.as(coalition.steward).get(`${path}/delegates`)).body.rows).toHaveLength(2);
});

test('a group that is hidden lets nobody into its coalition, and its name is told nowhere', async () => {
  const site = await aSite();
  const { coalition, group, member, everyone, say } = await aSecond(site, 'Insult');
  await say(member);
  await site.db.execute(sql`update groups set hidden_at = now() where id = ${group.id}`);
  expect((await say(member)).status).toBe(404);
  expect((await site.as(member).get(`/coalitions/${coalition.slug}`)).body.isInside).toBe(false);
  const { body } = await site.as(coalition.steward).get(`/channels/${everyone}/messages`);
  expect(JSON.stringify(body)).not.toContain('Insult');
});

test('whom nobody vouched for asks nobody, and asking and taking back is no way to write to others', async () => {
  const site = await aSite();
  const victim = await aGroup(site, { name: 'Victim' });
  const rude = await aCoalition(site, { isVouched: false, name: 'YOU ARE THIEVES' });
  const asked = { group: victim.slug };
  expect((await site.as(rude.steward).post(`/coalitions/${rude.slug}/invitations`, asked)).status).toBe(403);
  const coalition = await aCoalition(site);
  const path = `/coalitions/${coalition.slug}`;
  const steward = site.as(coalition.steward);
  expect((await steward.post(`${path}/invitations`, asked)).status).toBe(202);
  expect((await steward.put(`${path}/groups/${victim.slug}/ending`, { reason: '' })).status).toBe(204);
  expect(await steward.post(`${path}/invitations`, asked)).toMatchObject({
    status: 409,
    body: { code: 'coalitions.asked-lately' },
  });
});

test('who may know of a private group does not invite it by that', async () => {
  const site = await aSite();
  const coalition = await aCoalition(site);
  const quiet = await aGroup(site, { name: 'Quiet' });
  await aMember(site, quiet, 'member', coalition.steward);
  const { body } = await site.as(quiet.steward).patch(`/groups/${quiet.slug}`, { visibility: 'private' });
  const reply = await site
    .as(coalition.steward)
    .post(`/coalitions/${coalition.slug}/invitations`, { group: body.slug });
  expect(reply.status).toBe(404);
});

test('what a private group and one of the coalition stand with together is not told', async () => {
  const site = await aSite();
  const { coalition, group } = await aSecond(site);
  const quiet = await aGroup(site, { name: 'Quiet' });
  await joinCoalition(site, coalition, quiet);
  const { slug } = await aCampaign(site, group, group.steward, { title: 'Together' });
  await site.as(group.steward).put(`/campaigns/${slug}/sponsors/${quiet.slug}`, {});
  await site.as(quiet.steward).put(`/groups/${quiet.slug}/sponsorships/${slug}`, { answer: 'yes' });
  const listed = async () =>
    (await site.as(null).get(`/campaigns?coalition=${coalition.slug}`)).body.rows.length as number;
  expect(await listed()).toBe(1);
  await site.as(quiet.steward).patch(`/groups/${quiet.slug}`, { visibility: 'private' });
  expect(await listed()).toBe(0);
});

test('what a coalition reaches through a private one is in no calendar of others', async () => {
  const site = await aSite();
  const { coalition: inner, group } = await aSecond(site);
  const outer = await aCoalition(site, { name: 'Outer' });
  await joinCoalition(site, outer, inner);
  await anEvent(site, { group, title: 'Door-knock' });
  const listed = async () =>
    (await site.as(null).get(`/events?coalition=${outer.slug}`)).body.rows.length as number;
  expect(await listed()).toBe(1);
  await site.as(inner.steward).patch(`/groups/${inner.slug}`, { visibility: 'private' });
  expect(await listed()).toBe(0);
});

test('a coalition that asks is known to those who answer, and to no other member', async () => {
  const site = await aSite();
  const coalition = await aCoalition(site, { visibility: 'private' });
  const group = await aGroup(site, { name: 'Second' });
  await site.as(coalition.steward).post(`/coalitions/${coalition.slug}/invitations`, { group: group.slug });
  const member = site.as(await aMember(site, group));
  expect((await member.get(`/groups/${group.slug}/coalitions/${coalition.slug}/reports`)).status).toBe(404);
});

test('an unlisted coalition is on no page of its groups', async () => {
  const site = await aSite();
  const { coalition, group, member } = await aSecond(site);
  await site.as(coalition.steward).patch(`/groups/${coalition.slug}`, { visibility: 'unlisted' });
  const rowsFor = async (viewer: typeof member | null) =>
    (await site.as(viewer).get(`/groups/${group.slug}/coalitions`)).body.rows.length as number;
  expect([await rowsFor(null), await rowsFor(member)]).toEqual([0, 1]);
});

test('a suspended account does not become the steward of a coalition', async () => {
  const site = await aSite();
  const { coalition, group, member } = await aSecond(site);
  await site.as(coalition.steward).patch(`/coalitions/${coalition.slug}`, { seats: 2 });
  const other = await aMember(site, group);
  for (const account of [member, other]) await aDelegate(site, { coalition, group, account });
  await site.db.execute(
    sql`insert into account_suspensions (account_id, reason) values (${member.id}, 'Spam.')`,
  );
  const seat = `/groups/${coalition.home.slug}/coalitions/${coalition.slug}/delegates/${coalition.steward.id}`;
  await site.as(coalition.steward).delete(seat);
  expect((await site.as(other).get(`/groups/${coalition.slug}`)).body.myRole).toBe('steward');
});

test('who spoke for one group, and speaks for another later, is not in rooms of before', async () => {
  const site = await aSite();
  const { coalition, group, member } = await aSecond(site);
  await aDelegate(site, { coalition, group, account: member });
  const head = site.as(coalition.steward);
  const made = await head.post(`/groups/${coalition.slug}/channels`, { name: 'money', readers: 'named' });
  await head.put(`/channels/${made.body.id}/members/${member.id}`);
  await site.db.execute(sql`delete from groups where id = ${group.id}`);
  const third = await aGroup(site, { name: 'Third' });
  await joinCoalition(site, coalition, third);
  await aMember(site, third, 'member', member);
  await aDelegate(site, { coalition, group: third, account: member });
  expect((await site.as(member).get(`/channels/${made.body.id}`)).status).toBe(404);
});

test('whom the coalition banned is not named', async () => {
  const site = await aSite();
  const { coalition, group, member, say } = await aSecond(site);
  const ban = () => site.as(coalition.steward).put(`/groups/${coalition.slug}/bans/${member.id}`);
  // Who said nothing there is not known to it.
  expect((await ban()).status).toBe(404);
  await say(member);
  expect((await ban()).status).toBe(204);
  const path = `/groups/${group.slug}/coalitions/${coalition.slug}/delegates/${member.id}`;
  expect(await site.as(group.steward).put(path, aMandate)).toMatchObject({
    status: 409,
    body: { code: 'coalitions.banned' },
  });
});
