import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aSite, type TestAnswer, type TestSite } from '../testing.ts';
import { rememberPerson } from './actions.ts';
import { aCrew, aPerson } from './fixtures.ts';

const namesIn = ({ body }: TestAnswer) => body.rows.map(({ name }: { name: string }) => name);

test('organizers tag people and find them by tag', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const sam = await aPerson(site, group, { name: 'Sam' });
  await aPerson(site, group, { name: 'Zoe' });
  expect(
    (await site.as(organizer).put(`${path}/${sam.id}/tags`, { tags: [' Driver', 'driver', 'Night shift'] }))
      .status,
  ).toBe(204);
  expect((await site.as(organizer).get(`${path}/${sam.id}`)).body.tags).toEqual(['driver', 'night shift']);
  expect(namesIn(await site.as(organizer).get(`${path}?lines=only:tagged:tag=driver`))).toEqual(['Sam']);
  expect(namesIn(await site.as(organizer).get(`${path}?lines=only:tagged:tag=Driver`))).toEqual(['Sam']);
  const many = Array.from({ length: 21 }, (_, n) => `tag${n}`);
  expect((await site.as(organizer).put(`${path}/${sam.id}/tags`, { tags: many })).status).toBe(422);
});

test('people are found by how their words begin, whatever the case and the accents', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  await aPerson(site, group, { name: 'Lucía Núñez-Ortega', email: 'l@example.org' });
  await aPerson(site, group, { name: "Kit O'Brien", email: 'kit.obrien@union.example' });
  await aPerson(site, group, { name: 'أحمد الحسن', email: 'a@example.org' });
  const searches = [
    ['lucia', ['Lucía Núñez-Ortega']],
    ['LUCÍA', ['Lucía Núñez-Ortega']],
    ['nuñez lu', ['Lucía Núñez-Ortega']],
    ['ortega', ['Lucía Núñez-Ortega']],
    ['núñez-ortega', ['Lucía Núñez-Ortega']],
    ['o’brien', ["Kit O'Brien"]],
    ["o'b", ["Kit O'Brien"]],
    ['احمد', ['أحمد الحسن']],
    ['حسن', ['أحمد الحسن']],
    ['الحسن', ['أحمد الحسن']],
    ['kit.ob', ["Kit O'Brien"]],
    ['kit.obrien@union.example', ["Kit O'Brien"]],
    ['obrien', ["Kit O'Brien"]],
    ['@union.ex', ["Kit O'Brien"]],
    ['union.ex', ["Kit O'Brien"]],
    ['k', ["Kit O'Brien"]],
    ['ucia', []],
    ["' | !:* \\ &", []],
    ['\u064e', []],
    ['\u0301', []],
    ['zzz', []],
  ] as const;
  for (const [search, found] of searches) {
    const list = await site.as(organizer).get(`${path}?search=${encodeURIComponent(search)}`);
    expect.soft(namesIn(list), search).toEqual(found);
  }
});

test('people are found by whether they may be mailed', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  await aPerson(site, group, { name: 'Yes', isSubscribed: true });
  await aPerson(site, group, { name: 'Unasked' });
  const stopped = await aPerson(site, group, { name: 'Stopped', isSubscribed: true });
  await site.as(null).delete(`/subscriptions/${stopped.unsubscribe}`);
  expect(namesIn(await site.as(organizer).get(`${path}?lines=only:mailable`))).toEqual(['Yes']);
  expect(namesIn(await site.as(organizer).get(`${path}?lines=without:mailable`))).toEqual([
    'Stopped',
    'Unasked',
  ]);
  expect(namesIn(await site.as(organizer).get(`${path}?lines=without:mailable&search=un`))).toEqual([
    'Unasked',
  ]);
});

test('pages of a list neither repeat nor skip people, also those added in the same instant', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  await site.ctx().change(async (tx) => {
    for (let n = 0; n < 25; n++)
      await rememberPerson(tx, {
        groupId: group.id,
        email: `p${n}@example.org`,
        name: `P ${n}`,
        language: 'en',
        source: 'door',
      });
  });
  for (const filter of ['', 'search=p&', 'lines=without:mailable&']) {
    const seen = await allPages(site, organizer, `${path}?${filter}limit=7`);
    expect(seen).toHaveLength(25);
    expect(new Set(seen).size).toBe(25);
  }
});

test('those who match are found wherever they stand among more people than are looked through first', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  await aPerson(site, group, { name: 'Zora Early', email: 'zora@example.org' });
  await site.db.execute(sql`insert into people (id, group_id, email, name, language, source, tags)
    select gen_random_uuid(), ${group.id}, 'n' || n || '@example.org', 'Newer ' || n, 'en', 'import', '{canvass}'
    from generate_series(1, 10200) n`);
  await site.db.execute(sql`update people set tags = '{driver}' where name = 'Zora Early'`);
  expect(namesIn(await site.as(organizer).get(`${path}?search=zora`))).toEqual(['Zora Early']);
  expect(namesIn(await site.as(organizer).get(`${path}?lines=only:tagged:tag=driver`))).toEqual([
    'Zora Early',
  ]);
  expect((await site.as(organizer).get(`${path}?lines=only:tagged:tag=canvass`)).body.rows).toHaveLength(20);
  expect((await allPages(site, organizer, `${path}?lines=only:tagged:tag=canvass&limit=100`)).length).toBe(
    10_200,
  );
});

async function allPages(site: TestSite, viewer: { token: string }, path: string): Promise<string[]> {
  const seen: string[] = [];
  let after = '';
  do {
    const { body } = await site.as(viewer).get(`${path}&after=${after}`);
    seen.push(...body.rows.map(({ id }: { id: string }) => id));
    after = body.next ?? '';
  } while (after !== '');
  return seen;
}
