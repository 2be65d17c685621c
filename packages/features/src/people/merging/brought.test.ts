import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aSite, type TestSite } from '../../testing.ts';
import { aCrew } from '../fixtures.ts';
import { askToImport } from '../imports/fixtures.ts';

/** Sam is known and tagged; a list names Sam and adds Samuel, with a phone, a city, and a tag that Sam has anyway. */
async function oneListOfTwo(site: TestSite) {
  const crew = await aCrew(site);
  const { steward, group, path } = crew;
  const { body: sam } = await site.as(steward).post(path, { name: 'Sam', email: 'sam@example.org' });
  await site.as(steward).put(`${path}/${sam.id}/tags`, { tags: ['driver'] });
  const before = await heldOf(site);
  const file = `name,email,phone,city,tags
Sam,sam@example.org,,,"driver,tenant"
Samuel,samuel@example.org,+15105550119,Oakland,"driver,east"\n`;
  const list = await askToImport(site, group, steward, { file });
  await site.work();
  const { body } = await site.as(steward).get(`${path}?search=samuel`);
  const merge = async () => {
    const chosen = [{ part: 'email', personId: sam.id }];
    const merged = await site
      .as(steward)
      .post(`${path}/${sam.id}/merges`, { otherId: body.rows[0].id, chosen });
    return `${path}/${sam.id}/merges/${merged.body.mergeId}`;
  };
  const takeBack = async () => {
    await site.as(steward).put(`${list.path}/undoing`);
    await site.work();
  };
  return { ...crew, sam, before, merge, takeBack };
}

/** What a group holds of those two, but for when. */
async function heldOf({ db }: TestSite) {
  const { rows } = await db.execute(sql`
    select name, email, phone, tags, array(select value from contact_points point where point.person_id = people.id) as points,
      (select home.city from person_addresses home where home.person_id = people.id) as city
    from people where email like 'sam%' order by email`);
  return rows;
}

async function broughtIn({ db }: TestSite) {
  const { rows } = await db.execute(sql`select * from imported_people order by person_id`);
  return rows;
}

test('a list that brought two records of one human is taken back to the last tag', async () => {
  const site = await aSite();
  const { before, merge, takeBack } = await oneListOfTwo(site);
  await merge();
  expect(await heldOf(site)).toMatchObject([
    {
      phone: '+15105550119',
      city: 'Oakland',
      tags: ['driver', 'tenant', 'east'],
      points: ['samuel@example.org'],
    },
  ]);
  await takeBack();
  const [{ name: _, ...own } = {}] = await heldOf(site);
  expect([own]).toEqual(before.map(({ name: __, ...one }) => one));
});

test('parted again, each has what the list brought for it, and loses only that', async () => {
  const site = await aSite();
  const { steward, before, merge, takeBack } = await oneListOfTwo(site);
  const [held, brought] = [await heldOf(site), await broughtIn(site)];
  const merged = await merge();
  expect(await broughtIn(site)).toHaveLength(1);
  expect((await site.as(steward).delete(merged)).status).toBe(200);
  expect([await heldOf(site), await broughtIn(site)]).toEqual([held, brought]);
  await takeBack();
  expect((await heldOf(site)).filter(({ email }) => email === 'sam@example.org')).toEqual(before);
});

test('a list that was taken back while two were one brings nothing back when they are parted', async () => {
  const site = await aSite();
  const { steward, merge, takeBack } = await oneListOfTwo(site);
  const merged = await merge();
  await takeBack();
  expect((await site.as(steward).delete(merged)).status).toBe(200);
  expect(await broughtIn(site)).toEqual([]);
});
