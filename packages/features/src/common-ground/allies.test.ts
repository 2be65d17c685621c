import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aCampaign } from '../campaigns/fixtures.ts';
import { aCoalition, joinCoalition } from '../coalitions/fixtures.ts';
import { aCompact, anOverlap } from '../compacts/fixtures.ts';
import { aGroup, aMember, type AGroup } from '../groups/fixtures.ts';
import { aSite, type TestSite } from '../testing.ts';
import { dayFrom } from '../targets/fixtures.ts';

/** A coalition with these groups in it. */
async function aValley(site: TestSite, names: string[]) {
  const coalition = await aCoalition(site);
  const members = await Promise.all(names.map((name) => aGroup(site, { name })));
  for (const group of members) await joinCoalition(site, coalition, group);
  return { coalition, members };
}

async function campaignOf(site: TestSite, group: AGroup, change: object) {
  const { slug } = await aCampaign(site, group, group.steward);
  const { status, body } = await site.as(group.steward).patch(`/campaigns/${slug}`, change);
  expect(status, JSON.stringify(body)).toBe(200);
  return slug;
}

type Viewer = Parameters<TestSite['as']>[0];
type Possible = {
  campaign: { slug: string };
  group: { name: string };
  by: string[];
  inCommon: number | null;
};

async function possible(site: TestSite, viewer: Viewer, coalition: { slug: string }) {
  const { body } = await site.as(viewer).get(`/coalitions/${coalition.slug}/common-ground`);
  return body.possible.map(({ campaign, group, by, inCommon }: Possible) => [
    ...[campaign.slug, group.name, by.join(' '), inCommon],
  ]);
}

/** Two groups agreed to count their people in common and to show it; so many came of it. */
async function haveInCommon(site: TestSite, group: AGroup, writer: AGroup, count: number) {
  const compact = await aCompact(site, { group, writer });
  const use = await anOverlap(site, compact, { isShown: true });
  await site.as(group.steward).put(`${use.path}/decision`, { decision: 'agreed' });
  await site.work();
  await site.db.execute(sql`update compact_uses set in_common = ${count}::int where id = ${use.id}`);
  return compact;
}

test('who fights about the same stands there until they are asked, the most alike first', async () => {
  const site = await aSite();
  const { coalition, members } = await aValley(site, ['One', 'Near', 'Far', 'Apart']);
  const [one, near, far, apart] = members as [AGroup, AGroup, AGroup, AGroup];
  const mine = await campaignOf(site, one, {
    ...{ issues: ['housing'], place: 'Linden Street', decidesOn: dayFrom(20) },
  });
  await campaignOf(site, near, { place: 'linden street', decidesOn: dayFrom(20) });
  const theirs = await campaignOf(site, far, { issues: ['housing', 'water'] });
  await campaignOf(site, apart, { issues: ['water'], place: 'Depot', decidesOn: dayFrom(21) });
  const expected = [
    [mine, 'Near', 'day place', null],
    [mine, 'Far', 'issue', null],
  ];
  expect(await possible(site, one.steward, coalition)).toEqual(expected);
  // Each for the campaigns that they publish themselves.
  expect(await possible(site, far.steward, coalition)).toEqual([
    [theirs, 'One', 'issue', null],
    [theirs, 'Apart', 'issue', null],
  ]);
  expect(await possible(site, coalition.steward, coalition)).toEqual([]);
  await haveInCommon(site, one, far, 120);
  expect((await possible(site, one.steward, coalition))[1]).toEqual([mine, 'Far', 'issue', 120]);
  await site.as(one.steward).put(`/campaigns/${mine}/sponsors/${near.slug}`, {});
  expect(await possible(site, one.steward, coalition)).toEqual([[mine, 'Far', 'issue', 120]]);
});

test('of a private group nobody is told that it could stand with them', async () => {
  const site = await aSite();
  const { coalition, members } = await aValley(site, ['One', 'Other']);
  const [one, other] = members as [AGroup, AGroup];
  await campaignOf(site, one, { place: 'Linden' });
  await campaignOf(site, other, { place: 'Linden' });
  await site.as(other.steward).patch(`/groups/${other.slug}`, { visibility: 'private' });
  expect(await possible(site, one.steward, coalition)).toEqual([]);
});

test('people in common are shown where both said so, to those who publish there, as long as the agreement runs', async () => {
  const site = await aSite();
  const { coalition, members } = await aValley(site, ['One', 'Other', 'Third']);
  const [one, other, third] = members as [AGroup, AGroup, AGroup];
  const people = async (viewer: Viewer) => {
    const { status, body } = await site.as(viewer).get(`/coalitions/${coalition.slug}/common-ground`);
    if (status !== 200) return status;
    type Shared = { groups: { name: string }[]; count: number };
    return body.people.map(({ groups, count }: Shared) => [groups.map(({ name }) => name).sort(), count]);
  };
  const compact = await haveInCommon(site, one, other, 120);
  const silent = await anOverlap(site, await aCompact(site, { group: other, writer: third }));
  await site.as(other.steward).put(`${silent.path}/decision`, { decision: 'agreed' });
  await site.work();
  await site.db.execute(sql`update compact_uses set in_common = 80 where id = ${silent.id}`);
  const expected = [[['One', 'Other'], 120]];
  for (const viewer of [one.steward, other.steward, third.steward, coalition.steward])
    expect(await people(viewer)).toEqual(expected);
  expect(await people(await aMember(site, one))).toBe(404);
  expect(await people((await aGroup(site)).steward)).toBe(404);
  const turn = async (slug: string, visibility: string) =>
    (await site.as(other.steward).patch(`/groups/${slug}`, { visibility })).body.slug as string;
  const hidden = await turn(other.slug, 'private');
  expect(await people(third.steward)).toEqual([]);
  expect(await people(other.steward)).toEqual(expected);
  await turn(hidden, 'public');
  await site.as(one.steward).delete(`/groups/${one.slug}/coalitions/${coalition.slug}`);
  expect(await people(third.steward)).toEqual([]);
  await joinCoalition(site, coalition, one);
  expect(await people(third.steward)).toEqual(expected);
  await site.db.execute(sql`update compacts set ends_at = now(), end_side = 'group', end_said_at = now()
    where id = ${compact.id}`);
  expect(await people(third.steward)).toEqual([]);
});
