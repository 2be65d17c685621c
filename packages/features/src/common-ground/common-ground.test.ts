import { expect, test } from 'vitest';
import { aCampaign } from '../campaigns/fixtures.ts';
import { aCoalition, joinCoalition } from '../coalitions/fixtures.ts';
import { aGroup, aMember, type AGroup } from '../groups/fixtures.ts';
import { aSite, type TestSite } from '../testing.ts';
import { aTarget, dayFrom } from '../targets/fixtures.ts';

/** A coalition and two groups in it. */
async function aValley(site: TestSite) {
  const coalition = await aCoalition(site);
  const [one, other] = [await aGroup(site, { name: 'One' }), await aGroup(site, { name: 'Other' })] as const;
  for (const group of [one, other]) await joinCoalition(site, coalition, group);
  return { coalition, one, other };
}

async function campaignOf(site: TestSite, group: AGroup, change: object) {
  const { slug } = await aCampaign(site, group, group.steward);
  const { status, body } = await site.as(group.steward).patch(`/campaigns/${slug}`, change);
  expect(status, JSON.stringify(body)).toBe(200);
  return slug;
}

type Viewer = Parameters<TestSite['as']>[0];
async function grounds(site: TestSite, viewer: Viewer, coalition: { slug: string }) {
  const { status, body } = await site.as(viewer).get(`/coalitions/${coalition.slug}/common-ground`);
  if (status !== 200) return status;
  type Row = { by: string; what: string; campaigns: { slug: string }[] };
  return body.rows.map(({ by, what, campaigns }: Row) => [
    by,
    what,
    campaigns.map(({ slug }) => slug).sort(),
  ]);
}

test('campaigns of several groups meet by target, day and place, for those who publish in the coalition', async () => {
  const site = await aSite();
  const { coalition, one, other } = await aValley(site);
  expect(await grounds(site, one.steward, coalition)).toEqual([]);
  const { id: targetId } = await aTarget(site, one, { coalition });
  const [day, later] = [dayFrom(20), dayFrom(40)];
  const first = await campaignOf(site, one, { targetId, decidesOn: day, place: 'Linden Street' });
  const second = await campaignOf(site, other, { targetId, decidesOn: day, place: ' linden  street.' });
  // The same group twice is no meeting, nor is a day of one alone.
  await campaignOf(site, one, { decidesOn: later, place: 'Depot' });
  await campaignOf(site, one, { decidesOn: later, place: 'Depot' });
  const both = [first, second].sort();
  const expected = [
    ['target', 'Dana Price', both],
    ['day', day, both],
    ['place', expect.stringMatching(/linden/i), both],
  ];
  for (const viewer of [one.steward, other.steward, coalition.steward])
    expect(await grounds(site, viewer, coalition)).toEqual(expected);
  const apart = await aGroup(site, { name: 'Apart' });
  for (const viewer of [await aMember(site, one), apart.steward])
    expect(await grounds(site, viewer, coalition)).toBe(404);
});

test('of a private group’s campaigns its own people read that they meet others, and nobody else', async () => {
  const site = await aSite();
  const { coalition, one, other } = await aValley(site);
  await campaignOf(site, one, { place: 'Linden' });
  await campaignOf(site, other, { place: 'Linden' });
  await site.as(other.steward).patch(`/groups/${other.slug}`, { visibility: 'private' });
  expect(await grounds(site, one.steward, coalition)).toEqual([]);
  expect(await grounds(site, other.steward, coalition)).toHaveLength(1);
  expect(await grounds(site, coalition.steward, coalition)).toEqual([]);
});

test('what is over, hidden, past or of a group that left meets nothing', async () => {
  const site = await aSite();
  const { coalition, one, other } = await aValley(site);
  const [mine, theirs] = [
    await campaignOf(site, one, { place: 'Linden', decidesOn: dayFrom(-2) }),
    await campaignOf(site, other, { place: 'Linden', decidesOn: dayFrom(-2) }),
  ] as const;
  const kinds = async () => {
    const found = await grounds(site, one.steward, coalition);
    return Array.isArray(found) ? found.map(([by]) => by as string) : found;
  };
  expect(await kinds()).toEqual(['place']);
  const outcome = `/campaigns/${mine}/outcome`;
  await site.as(one.steward).put(outcome, { outcome: 'won' });
  expect(await kinds()).toEqual([]);
  await site.as(one.steward).delete(outcome);
  expect(await kinds()).toEqual(['place']);
  await site.db.$client.query('update campaigns set hidden_at = now() where slug = $1', [theirs]);
  expect(await kinds()).toEqual([]);
  await site.db.$client.query('update campaigns set hidden_at = null');
  await site.as(other.steward).delete(`/groups/${other.slug}/coalitions/${coalition.slug}`);
  expect(await kinds()).toEqual([]);
});

test('a campaign is addressed to a target of its group or its coalition, whose name stands where none was typed', async () => {
  const site = await aSite();
  const { coalition, one, other } = await aValley(site);
  const [shared, theirs] = [
    await aTarget(site, one, { coalition }),
    await aTarget(site, other, { name: 'Lee Park' }),
  ] as const;
  const { slug } = await aCampaign(site, one, one.steward);
  const steward = site.as(one.steward);
  const chosen = await steward.patch(`/campaigns/${slug}`, { target: '', targetId: shared.id });
  expect(chosen.body).toMatchObject({ target: 'Dana Price, Mayor', targetId: shared.id });
  const kept = await steward.patch(`/campaigns/${slug}`, { target: 'The mayor', targetId: shared.id });
  expect(kept.body.target).toBe('The mayor');
  const refused = await steward.patch(`/campaigns/${slug}`, { targetId: theirs.id });
  expect(refused.body.fields).toMatchObject([{ name: 'targetId', code: 'campaigns.no-such-target' }]);
  expect((await site.as(null).get(`/campaigns/${slug}`)).body).not.toHaveProperty('targetId');
  const { rows } = (await steward.get(`/groups/${one.slug}/target-choices`)).body;
  expect(rows).toEqual([{ id: shared.id, name: 'Dana Price', office: 'Mayor', holder: coalition.name }]);
  // Once the group has left, what was chosen stays, and can be saved again.
  await steward.delete(`/groups/${one.slug}/coalitions/${coalition.slug}`);
  expect((await steward.patch(`/campaigns/${slug}`, { targetId: shared.id, place: 'Linden' })).status).toBe(
    200,
  );
});
