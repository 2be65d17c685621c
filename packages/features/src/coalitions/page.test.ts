import { expect, test } from 'vitest';
import { aCampaign } from '../campaigns/fixtures.ts';
import { anEvent } from '../events/fixtures.ts';
import { aGroup, aMember } from '../groups/fixtures.ts';
import { aSite, type TestSite } from '../testing.ts';
import { aCoalition, joinCoalition } from './fixtures.ts';

async function aHouse(site: TestSite) {
  const coalition = await aCoalition(site);
  const [second, apart] = [await aGroup(site, { name: 'Second' }), await aGroup(site, { name: 'Apart' })];
  await joinCoalition(site, coalition, second);
  const titles = async (path: string, viewer: Parameters<TestSite['as']>[0] = null) =>
    (await site.as(viewer).get(path)).body.rows.map(({ title }: { title: string }) => title).sort();
  return { coalition, second, apart, titles };
}

test('what a coalition fights for: its own, what it stands with, and what one of its groups runs and another stands with', async () => {
  const site = await aSite();
  const { coalition, second, apart, titles } = await aHouse(site);
  const stands = async (
    group: typeof second,
    title: string,
    beside?: { slug: string; steward: typeof group.steward },
  ) => {
    const { slug } = await aCampaign(site, group, group.steward, { title });
    if (!beside) return;
    await site.as(group.steward).put(`/campaigns/${slug}/sponsors/${beside.slug}`, {});
    await site.as(beside.steward).put(`/groups/${beside.slug}/sponsorships/${slug}`, { answer: 'yes' });
  };
  await stands({ ...coalition, name: 'own' }, 'Its own');
  await stands(second, 'One alone');
  await stands(second, 'Two of its groups', coalition.home);
  await stands(second, 'With one apart', apart);
  await stands(apart, 'It stands with', coalition);
  expect(await titles(`/campaigns?coalition=${coalition.slug}`)).toEqual([
    'It stands with',
    'Its own',
    'Two of its groups',
  ]);
});

test('one calendar holds the events of a coalition and its groups, and no private one', async () => {
  const site = await aSite();
  const { coalition, second, apart, titles } = await aHouse(site);
  await anEvent(site, { group: coalition, title: 'Council' });
  await anEvent(site, { group: second, title: 'Door-knock' });
  await anEvent(site, { group: apart, title: 'Elsewhere' });
  const path = `/events?coalition=${coalition.slug}`;
  expect(await titles(path)).toEqual(['Council', 'Door-knock']);
  const feed = () => site.as(null).get(`/coalitions/${coalition.slug}/events.ics`);
  expect(String((await feed()).body)).toContain('Door-knock');
  expect(String((await feed()).body)).not.toContain('Elsewhere');
  const member = await aMember(site, second);
  await site.as(second.steward).patch(`/groups/${second.slug}`, { visibility: 'private' });
  expect(await titles(path)).toEqual(['Council']);
  expect(await titles(path, member)).toEqual(['Council', 'Door-knock']);
  expect(String((await feed()).body)).not.toContain('Door-knock');
});

test('a private coalition’s campaigns, events and calendar are there for who stands in it', async () => {
  const site = await aSite();
  const { coalition, second } = await aHouse(site);
  await site.as(coalition.steward).patch(`/groups/${coalition.slug}`, { visibility: 'private' });
  const member = await aMember(site, second);
  const { slug } = (await site.as(member).get(`/groups/${second.slug}/coalitions`)).body.rows[0].coalition;
  for (const path of [
    `/campaigns?coalition=${slug}`,
    `/events?coalition=${slug}`,
    `/coalitions/${slug}/events.ics`,
  ]) {
    expect((await site.as(null).get(path)).status, path).toBe(404);
    expect((await site.as(member).get(path)).status, path).toBe(200);
  }
});
