import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aCampaign } from '../../campaigns/fixtures.ts';
import { aCompact, anOverlap, aUse } from '../../compacts/fixtures.ts';
import { anEvent } from '../../events/fixtures.ts';
import { aGroup, aMember } from '../../groups/fixtures.ts';
import { aTalk } from '../../messaging/fixtures.ts';
import { aPerson } from '../../people/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';

type Account = { id: string; token: string };

/** What stands in somebody’s list, the latest first. */
async function listOf(site: TestSite, account: Account): Promise<string[]> {
  const { rows } = (await site.as(account).get('/notices')).body;
  return rows.map(({ title }: { title: string }) => title);
}

test('who is made one of those who look after the site hears of it, and of its end; who does it hears nothing', async () => {
  const site = await aSite();
  const [first, second] = [await anAccount(site, { isSiteSteward: true }), await anAccount(site)];
  const path = `/site/stewards/${second.id}`;
  for (let press = 0; press < 2; press += 1) expect((await site.as(first).put(path)).status).toBe(204);
  expect(await listOf(site, second)).toEqual(['You look after Valley Coalition now']);
  await site.as(first).delete(path);
  expect(await listOf(site, second)).toHaveLength(2);
  await site.as(first).put(path);
  await site.as(second).delete(path);
  expect(await listOf(site, second)).toHaveLength(3);
  expect(await listOf(site, first)).toEqual([]);
});

test('from whom an event is taken hears of it; who gives theirs back, or carries less, does not', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const event = await anEvent(site, { group, title: 'Soup' });
  const [member, organizer] = [await aMember(site, group), await aMember(site, group, 'organizer')];
  const path = (account: Account) => `/events/${event.slug}/hosts/${account.id}`;
  await site.as(group.steward).put(path(member));
  await site.as(group.steward).delete(path(member));
  expect(await listOf(site, member)).toEqual(['You no longer host “Soup”', 'You host “Soup”']);
  await site.as(organizer).put(path(organizer));
  await site.as(organizer).delete(path(organizer));
  await site.as(group.steward).put(path(organizer));
  await site.as(group.steward).patch(`/groups/${group.slug}/members/${organizer.id}`, { role: 'member' });
  await site.work();
  expect(await listOf(site, organizer)).toEqual([
    `Your role in ${group.name} is another one now`,
    'You host “Soup”',
  ]);
  expect(await listOf(site, group.steward)).toEqual([]);
});

test('from whom a campaign is taken hears of it, and nobody else', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const campaign = await aCampaign(site, group, group.steward, { title: 'Rent' });
  const [member, other] = [await aMember(site, group), await aMember(site, group)];
  const path = `${campaign.path}/coordinators/${member.id}`;
  await site.as(group.steward).put(path, {});
  await site.as(group.steward).delete(path);
  expect(await listOf(site, member)).toEqual(['You no longer run “Rent”', 'You run “Rent”']);
  expect([await listOf(site, other), await listOf(site, group.steward)]).toEqual([[], []]);
});

test('who may come to a group again hears of it, and only they', async () => {
  const site = await aSite();
  const group = await aGroup(site, { visibility: 'private' });
  const [member, other] = [await aMember(site, group), await aMember(site, group)];
  const path = `/groups/${group.slug}/bans/${member.id}`;
  await site.as(group.steward).put(path);
  await site.as(group.steward).delete(path);
  const { rows } = (await site.as(member).get('/notices')).body;
  expect(rows[0]).toMatchObject({ title: `${group.name} is open to you again`, group: null, path: null });
  expect(await listOf(site, other)).toEqual([]);
});

test('who is named in a room hears of it, and when their name is taken off; nobody of their own doing', async () => {
  const site = await aSite();
  const { group, steward, organizer, member } = await aTalk(site);
  const asOrganizer = site.as(organizer);
  const made = await asOrganizer.post(`/groups/${group.slug}/channels`, { name: 'rides', readers: 'named' });
  const path = (account: Account) => `/channels/${made.body.id}/members/${account.id}`;
  for (let press = 0; press < 2; press += 1) await asOrganizer.put(path(member));
  await asOrganizer.delete(path(member));
  expect(await listOf(site, member)).toEqual([
    `You are no longer in the room “rides” of ${group.name}`,
    `You are in the room “rides” of ${group.name}`,
  ]);
  await asOrganizer.put(path(member));
  await site.as(member).delete(path(member));
  expect(await listOf(site, member)).toHaveLength(3);
  expect([await listOf(site, organizer), await listOf(site, steward)]).toEqual([[], []]);
});

test('a room that all members read tells nobody that they are named in it', async () => {
  const site = await aSite();
  const { general, organizer, member } = await aTalk(site);
  await site.as(organizer).put(`/channels/${general.id}/members/${member.id}`);
  expect(await listOf(site, member)).toEqual([]);
});

test('a letter that two groups agreed on and that is gone is told to those whose people would have heard', async () => {
  const site = await aSite();
  const compact = await aCompact(site);
  const use = await aUse(site, compact);
  const { group, writer } = compact;
  const organizer = await aMember(site, group, 'organizer');
  await aPerson(site, group, { isSubscribed: true });
  await site.as(group.steward).put(`${use.path}/decision`, { decision: 'agreed' });
  await site.db.execute(sql`delete from compositions`);
  await site.sweep('compacts.settle');
  expect((await listOf(site, group.steward))[0]).toBe('It does not go out: Come to the hearing');
  expect(await listOf(site, organizer)).toEqual([]);
  expect(await listOf(site, writer.steward)).not.toContain('It does not go out: Come to the hearing');
});

test('a count that one side cannot have any more is told to those who manage either', async () => {
  const site = await aSite();
  const compact = await aCompact(site);
  const { path } = await anOverlap(site, compact);
  const { group, writer } = compact;
  const member = await aMember(site, writer, 'organizer');
  await site.as(group.steward).put(`${path}/decision`, { decision: 'agreed' });
  await site.db.execute(sql`update groups set frozen_at = now() where id = ${writer.id}`);
  await site.work();
  expect((await listOf(site, group.steward))[0]).toBe('It is not counted: people in common with Vecinas');
  expect((await listOf(site, writer.steward))[0]).toBe('It is not counted: people in common with Tenants');
  expect(await listOf(site, member)).toEqual([]);
});
