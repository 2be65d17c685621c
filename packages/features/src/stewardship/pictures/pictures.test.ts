import { aPng } from '@groundwork/files/testing/pngs';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aCampaign } from '../../campaigns/fixtures.ts';
import { deleteDueGroups } from '../../groups/deletions/actions.ts';
import { anAccount } from '../../accounts/fixtures.ts';
import { aGroup } from '../../groups/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';

/** A red dot, PNG. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
);

test('a picture that nothing shows is dropped after a week, and what stands on a page is not', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const steward = site.as(group.steward);
  const [shown, inStory, own, news, planned, ruled, unused] = await send(site, group.steward, 7);
  await steward.patch(`/groups/${group.slug}`, { pictureKey: shown, about: `![](/files/${inStory})` });
  const { path } = await aCampaign(site, group, group.steward, { pictureKey: own ?? null });
  await steward.post(`${path}/updates`, { title: 'We won', body: `![](/files/${news})` });
  await steward.post(`/groups/${group.slug}/events`, { ...event, about: `![](/files/${planned})` });
  await site
    .as(await anAccount(site, { isSiteSteward: true }))
    .patch('/site', { rules: `![](/files/${ruled})` });
  await site.sweep('stewardship.forget-pictures');
  expect(await site.as(null).get(`/files/${unused}`)).toMatchObject({ status: 200 });

  await passDays(site, 8);
  const [late] = await send(site, group.steward, 1);
  await site.sweep('stewardship.forget-pictures');
  await site.sweep('stewardship.forget-pictures');
  for (const key of [shown, inStory, own, news, planned, ruled, late])
    expect(await statusOf(site, key)).toBe(200);
  for (const key of [unused, `${unused}-480`]) expect(await statusOf(site, key)).toBe(404);
  expect(await countsSaid(site)).toEqual([{ count: 1 }]);
});

test('the pictures of a deleted group go with it', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const [key] = await send(site, group.steward, 1);
  await site.as(group.steward).patch(`/groups/${group.slug}`, { pictureKey: key });
  await passDays(site, 8);
  await site.as(group.steward).put(`/groups/${group.slug}/deletion`, { name: group.name });
  await deleteDueGroups(site.ctx(), new Date(Date.now() + 15 * 86_400_000));
  await site.sweep('stewardship.forget-pictures');
  expect(await statusOf(site, key)).toBe(404);
});

const event = {
  ...{ title: 'Door-knock', starts: '2031-05-03T10:00', ends: '2031-05-03T12:00', timeZone: 'Europe/Madrid' },
  ...{ held: 'in-person', placeName: 'Branch library' },
};

async function send(site: TestSite, by: { token: string }, count: number): Promise<string[]> {
  const keys = [];
  for (let n = 0; n < count; n += 1) {
    const sent = await site.as(by).post('/pictures', DOT, { 'content-type': 'image/png' });
    keys.push(sent.body.key);
  }
  return keys;
}

async function statusOf(site: TestSite, key: string | undefined) {
  return (await site.as(null).get(`/files/${key}`)).status;
}

async function countsSaid({ db }: TestSite) {
  const { rows } = await db.execute(
    sql`select data from journal where kind = 'stewardship.pictures-forgotten'`,
  );
  return rows.map(({ data }) => data);
}

/** As if every picture had come that long ago. */
async function passDays({ db }: TestSite, days: number) {
  await db.execute(sql`update pictures set kept_at = kept_at - make_interval(days => ${days})`);
}

test('pictures sent at once wait up to a number, and the others are asked to come again', async () => {
  const site = await aSite();
  const by = await anAccount(site);
  // Large enough that the first is still being drawn when the last comes.
  const [width, height] = [3000, 2000];
  const slow = aPng(width, height, { kind: 0, pixels: Buffer.alloc((width + 1) * height) });
  const sent = await Promise.all(
    Array.from({ length: 15 }, () => site.as(by).post('/pictures', slow, { 'content-type': 'image/png' })),
  );
  const statuses = new Set(sent.map(({ status }) => status));
  expect(statuses).toEqual(new Set([201, 503]));
  const refused = sent.find(({ status }) => status === 503);
  expect(refused).toMatchObject({ body: { code: 'busy' }, headers: { 'retry-after': '10' } });
});
