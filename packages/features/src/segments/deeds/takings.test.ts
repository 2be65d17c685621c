import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aCrew, aPerson } from '../../people/fixtures.ts';
import { aSite } from '../../testing.ts';

async function aCase() {
  const site = await aSite();
  const crew = await aCrew(site);
  const path = `/groups/${crew.group.slug}`;
  const asSteward = site.as(crew.steward);
  const ana = await aPerson(site, crew.group, { name: 'Ana', language: 'es' });
  const bea = await aPerson(site, crew.group, { name: 'Bea' });
  const body = { kind: 'export', lines: 'add:speaking:language=es' };
  const prepare = async () =>
    `${path}/people-deeds/${(await asSteward.post(`${path}/people-deeds`, body)).body.id}`;
  const foundCountOf = async ({ ownRecord }: { ownRecord: string }): Promise<number> =>
    (await site.as(null).get(`/own-records/${ownRecord}/looks`)).body.foundCount;
  return { site, ...crew, asSteward, ana, bea, prepare, foundCountOf };
}

test('whoever was in a file of those found reads on how many days one was taken out, and nobody else does', async () => {
  const { site, organizer, asSteward, ana, bea, prepare, foundCountOf } = await aCase();
  const deed = await prepare();
  expect((await site.as(organizer).post(`${deed}/exports`)).status).toBe(403);
  expect(await foundCountOf(ana)).toBe(0);
  for (const format of ['csv', 'json']) await asSteward.post(`${deed}/exports?format=${format}`);
  expect([await foundCountOf(ana), await foundCountOf(bea)]).toEqual([1, 0]);
  await site.db.execute(
    sql`update journal set at = at - interval '2 days' where kind = 'segments.found-exported'`,
  );
  const prepared = await prepare();
  await asSteward.put(`${prepared}/file`, { format: 'csv' });
  await site.work();
  expect((await asSteward.post(`${prepared}/file-downloads`)).status).toBe(200);
  expect([await foundCountOf(ana), await foundCountOf(bea)]).toEqual([2, 0]);
});

test('that is known for 30 days from when the file was taken out, however long it was asked for before', async () => {
  const { site, asSteward, ana, prepare, foundCountOf } = await aCase();
  const deed = await prepare();
  await site.db.execute(sql`update people_deeds set made_at = now() - interval '29 days'`);
  await asSteward.post(`${deed}/exports`);
  await site.db.execute(sql`update people_deeds set made_at = now() - interval '31 days'`);
  await site.sweep('segments.forget-deeds');
  expect(await foundCountOf(ana)).toBe(1);
  const { body } = await site.as(null).get(`/own-records/${ana.ownRecord}/looks`);
  expect(new Date(body.foundSince).getTime()).toBeGreaterThan(Date.now() - 31 * 86_400_000);
  await site.db.execute(sql`update people_deeds set finished_at = now() - interval '31 days'`);
  await site.sweep('segments.forget-deeds');
  expect((await site.db.execute(sql`select from deed_people`)).rowCount).toBe(0);
});
