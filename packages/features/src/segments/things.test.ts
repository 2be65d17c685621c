import { expect, test } from 'vitest';
import { aCampaign } from '../campaigns/fixtures.ts';
import { anEvent } from '../events/fixtures.ts';
import { aCrew } from '../people/fixtures.ts';
import { aSite } from '../testing.ts';

test('campaigns and events of a group are looked for by words of their title, and nothing else of theirs comes', async () => {
  const site = await aSite();
  const { group, steward } = await aCrew(site);
  for (const title of ['Keep the Library open', '100% heat', 'Buses'])
    await Promise.all([aCampaign(site, group, steward, { title }), anEvent(site, { group, title })]);
  const search = async (path: string) =>
    (await site.as(steward).get(path)).body.rows.map(({ title }: { title: string }) => title);
  for (const path of [`/campaigns?group=${group.slug}&state=any&`, `/groups/${group.slug}/events?`]) {
    expect(await search(`${path}search=library`)).toEqual(['Keep the Library open']);
    expect(await search(`${path}search=${encodeURIComponent('0% H')}`)).toEqual(['100% heat']);
    expect(await search(`${path}search=nothing`)).toEqual([]);
    expect(await search(`${path}search=`)).toHaveLength(3);
  }
});
