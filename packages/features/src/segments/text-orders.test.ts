import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAccount } from '../accounts/fixtures.ts';
import { aMember } from '../groups/fixtures.ts';
import { aCrew, aPerson } from '../people/fixtures.ts';
import { aSite, type TestAnswer } from '../testing.ts';

const ORDERS = ['email', 'city', 'contact', 'tags'].flatMap((order) => [order, `${order}-back`]);
const namesIn = ({ body }: TestAnswer): string[] => body.rows.map(({ name }: { name: string }) => name);

type Said = { email?: string | null; city?: string; contact?: string; tags?: string[] };

/** A group with three organizers, Abe, Ola and Ziv, and the people who are asked for, in the order in which they were added. */
async function aGroupOf(said: Record<string, Said>) {
  const site = await aSite();
  const crew = await aCrew(site);
  const organizer = site.as(crew.organizer);
  const ziv = await aMember(site, crew.group, 'organizer', await anAccount(site, { name: 'Ziv' }));
  const ola = await aMember(site, crew.group, 'organizer', await anAccount(site, { name: 'Ola' }));
  const abe = await aMember(site, crew.group, 'organizer', await anAccount(site, { name: 'Abe' }));
  const contacts: Record<string, string> = { Ziv: ziv.id, Ola: ola.id, Abe: abe.id };
  await site.work();
  await site.db.execute(sql`delete from people`);
  const people = new Map<string, string>();
  for (const [name, { email, city, contact, tags }] of Object.entries(said)) {
    const { id } = await aPerson(site, crew.group, { name });
    people.set(name, id);
    if (email !== undefined) await site.db.execute(sql`update people set email = ${email} where id = ${id}`);
    const path = `${crew.path}/${id}`;
    if (city) expect((await organizer.put(`${path}/address`, { city })).status).toBe(204);
    if (tags) expect((await organizer.put(`${path}/tags`, { tags })).status).toBe(204);
    if (contact) expect((await organizer.patch(path, { contactId: contacts[contact] })).status).toBe(204);
  }
  const idOf = (name: string) => {
    const id = people.get(name);
    if (!id) throw new Error(`nobody is called ${name}`);
    return id;
  };
  const list = (asked: string) => organizer.get(`${crew.path}?${asked}`);
  return { site, ...crew, asOrganizer: organizer, ziv, ola, idOf, list };
}

test('people are sorted by email, city, contact and first tag, either way, and whoever has none is last', async () => {
  const { list } = await aGroupOf({
    Ana: { email: 'c@example.org', city: 'Ávila', contact: 'Ziv', tags: ['zines', 'driver'] },
    Bo: { email: null },
    Cy: { email: 'a@example.org', city: 'burgos', contact: 'Ola', tags: ['nurse'] },
    Di: { email: 'b@example.org', city: 'Cádiz', contact: 'Ziv', tags: ['Éclair'] },
  });
  const inOrder = async (order: string) => namesIn(await list(`order=${order}`));
  expect(await inOrder('email')).toEqual(['Cy', 'Di', 'Ana', 'Bo']);
  expect(await inOrder('email-back')).toEqual(['Ana', 'Di', 'Cy', 'Bo']);
  expect(await inOrder('city')).toEqual(['Ana', 'Cy', 'Di', 'Bo']);
  expect(await inOrder('city-back')).toEqual(['Di', 'Cy', 'Ana', 'Bo']);
  expect(await inOrder('contact')).toEqual(['Cy', 'Ana', 'Di', 'Bo']);
  expect(await inOrder('contact-back')).toEqual(['Ana', 'Di', 'Cy', 'Bo']);
  expect(await inOrder('tags')).toEqual(['Ana', 'Di', 'Cy', 'Bo']);
  expect(await inOrder('tags-back')).toEqual(['Cy', 'Di', 'Ana', 'Bo']);
});

test('a list by letters that some lack is read forwards and back over the same pages, with lines and without', async () => {
  const { list } = await aGroupOf(
    Object.fromEntries(
      'abcdefghijk'.split('').map((name, index): [string, Said] => [
        name,
        {
          email: index % 4 === 3 ? null : `${String.fromCharCode(122 - index)}@example.org`,
          city: ['Fresno', 'Oakland', ''][index % 3] ?? '',
          contact: ['', 'Ziv', 'Ola', 'Ziv'][index % 4] ?? '',
          tags: index % 2 ? [`t${index % 3}`, 'x'] : [],
        },
      ]),
    ),
  );
  const asked = ['', '&lines=only:from:source=signature', '&lines=add:lacking:what=phone', '&search=k'];
  for (const order of ORDERS)
    for (const lines of asked)
      for (const limit of [2, 3]) {
        const query = `order=${order}&limit=${limit}${lines}`;
        const whole = namesIn(await list(`order=${order}&limit=200${lines}`));
        const pages = [await list(query)];
        for (let next; (next = pages.at(-1)?.body.next);) pages.push(await list(`${query}&after=${next}`));
        expect(pages.flatMap(namesIn), query).toEqual(whole);
        if (!lines.startsWith('&search')) expect(new Set(whole).size, query).toBe(11);
        expect(pages[0]?.body.previous).toBeNull();
        for (let at = pages.length - 1; at > 0; at -= 1) {
          const back = await list(`${query}&before=${pages[at]?.body.previous}`);
          expect(namesIn(back), query).toEqual(namesIn(pages[at - 1] ?? back));
          expect(back.body.next).toEqual(pages[at - 1]?.body.next);
        }
      }
}, 120_000);

test('whoever matches and stands far from the first is found in these orders too', async () => {
  const { site, group, list } = await aGroupOf({
    Zed: { email: 'zz@zed.example', tags: ['zz'], city: 'Zz' },
  });
  await site.db
    .execute(sql`insert into people (id, group_id, email, name, language, source, tags, city_letters)
    select gen_random_uuid(), ${group.id}, case when n % 3 > 0 then 'n' || n || '@example.org' end, 'N', 'en', 'import',
      case when n % 2 = 0 then '{a}' else '{}' end::text[], case when n % 2 = 0 then 'a' end from generate_series(1, 12000) n`);
  for (const order of ORDERS) {
    expect.soft(namesIn(await list(`order=${order}&search=zed`)), order).toEqual(['Zed']);
    expect.soft(namesIn(await list(`order=${order}&lines=only:tagged:tag=zz`)), order).toEqual(['Zed']);
  }
});

test('a list by letters begins at those that are typed', async () => {
  const { list } = await aGroupOf({
    Ana: { email: 'ana@example.org', city: 'Ávila', contact: 'Abe', tags: ['art'] },
    Mia: { email: 'mia@example.org', city: 'Málaga', contact: 'Ziv', tags: ['meals'] },
    Zoe: { email: null },
  });
  for (const order of ['email', 'city', 'contact', 'tags']) {
    expect.soft(namesIn(await list(`order=${order}&from=m`)), order).toEqual(['Mia', 'Zoe']);
    expect.soft(namesIn(await list(`order=${order}-back&from=Á`)), order).toEqual(['Ana', 'Zoe']);
    const middle = await list(`order=${order}&from=m&limit=1`);
    expect(namesIn(await list(`order=${order}&limit=1&before=${middle.body.previous}`))).toEqual(['Ana']);
  }
});

test('whose contact sees people no more stands with those who have none, and nobody is lost between two pages', async () => {
  const { site, steward, path, ola, ziv, list, idOf } = await aGroupOf({
    Ana: { contact: 'Ola' },
    Bo: { contact: 'Ziv' },
    Cy: { contact: 'Ola' },
    Di: { contact: 'Ziv' },
    Ed: {},
  });
  const group = path.replace(/\/people$/, '');
  const first = await list('order=contact&limit=1');
  expect(namesIn(first)).toEqual(['Ana']);
  for (const id of [idOf('Ana'), idOf('Cy')])
    await site.as(steward).patch(`${path}/${id}`, { contactId: ziv.id });
  const rest = await list(`order=contact&after=${first.body.next}`);
  expect(namesIn(rest)).toEqual(['Ana', 'Bo', 'Cy', 'Di', 'Ed']);
  await site.as(steward).patch(`${path}/${idOf('Di')}`, { contactId: ola.id });
  expect(
    (await site.as(steward).patch(`${group}/members/${ziv.id}`, { role: 'member' })).status,
  ).toBeLessThan(300);
  expect(namesIn(await list('order=contact'))).toEqual(['Di', 'Ana', 'Bo', 'Cy', 'Ed']);
  expect(namesIn(await list('order=contact-back'))).toEqual(['Di', 'Ana', 'Bo', 'Cy', 'Ed']);
});

test('somebody stands at the city that they live in now', async () => {
  const { site, list, idOf, path, asOrganizer } = await aGroupOf({
    Ana: { city: 'Ávila' },
    Bo: { city: 'Bilbao' },
  });
  const ana = `${path}/${idOf('Ana')}`;
  await asOrganizer.put(`${ana}/address`, { city: 'Cádiz' });
  expect(namesIn(await list('order=city'))).toEqual(['Bo', 'Ana']);
  await asOrganizer.put(`${ana}/address`, { postcode: '11001' });
  expect(namesIn(await list('order=city-back'))).toEqual(['Bo', 'Ana']);
  await asOrganizer.put(`${path}/${idOf('Bo')}/address`, {});
  const { rows } = await site.db.execute(sql`select from people where city_letters is not null`);
  expect(rows).toEqual([]);
});

test('of two records that are made one the city is the one that is kept, and parted again each has its own', async () => {
  const { site, steward, list, idOf, path } = await aGroupOf({
    Ana: {},
    Bo: { city: 'Bilbao' },
    Cy: { city: 'Cádiz' },
  });
  const cities = async () => {
    const { rows } = await site.db.execute<{ line: string }>(
      sql`select concat_ws(': ', name, coalesce(city_letters, '-')) as line from people order by name`,
    );
    return rows.map(({ line }) => line);
  };
  const before = await cities();
  expect(before).toEqual(['Ana: -', 'Bo: bilbao', 'Cy: cadiz']);
  const merges = `${path}/${idOf('Ana')}/merges`;
  const merged = await site.as(steward).post(merges, { otherId: idOf('Cy'), chosen: [] });
  expect(merged.status).toBe(201);
  expect((await cities()).map((line) => line.split(': ')[1])).toEqual(
    expect.arrayContaining(['bilbao', 'cadiz']),
  );
  expect((await list('order=city')).body.rows).toHaveLength(2);
  const parted = await site
    .as(steward)
    .delete(`${path}/${merged.body.personId}/merges/${merged.body.mergeId}`);
  expect(parted.status).toBe(200);
  expect(await cities()).toEqual(before);
});

test('a cursor of another order is no place', async () => {
  const { list } = await aGroupOf({ Ana: {}, Bo: {} });
  const { body } = await list('order=name&limit=1');
  for (const order of ORDERS) expect((await list(`order=${order}&after=${body.next}`)).status).toBe(400);
});
