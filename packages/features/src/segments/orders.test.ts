import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aCrew, aPerson } from '../people/fixtures.ts';
import { aSite, type TestAnswer } from '../testing.ts';

const namesIn = ({ body }: TestAnswer) => body.rows.map(({ name }: { name: string }) => name);

/** People of a group, each a day older and seen a day later than the one before. */
async function aCrowd(names: string[]) {
  const site = await aSite();
  const crew = await aCrew(site);
  await site.db.execute(sql`delete from people`);
  for (const [index, name] of names.entries()) {
    const { id } = await aPerson(site, crew.group, { name });
    await site.db
      .execute(sql`update people set added_at = '2026-05-10T12:00:00Z'::timestamptz - make_interval(days => ${index}),
      last_seen_at = '2026-05-10T12:00:00Z'::timestamptz + make_interval(days => ${index}) where id = ${id}`);
  }
  const list = (asked: string) => site.as(crew.organizer).get(`${crew.path}?${asked}`);
  return { site, ...crew, list };
}

test('people are sorted by name without accents, by when they were added and last seen, either way', async () => {
  const { list } = await aCrowd(['zoe', 'Álvaro', 'Bea', 'alba']);
  expect(namesIn(await list('order=name'))).toEqual(['alba', 'Álvaro', 'Bea', 'zoe']);
  expect(namesIn(await list('order=name-back'))).toEqual(['zoe', 'Bea', 'Álvaro', 'alba']);
  expect(namesIn(await list(''))).toEqual(['zoe', 'Álvaro', 'Bea', 'alba']);
  expect(namesIn(await list('order=oldest'))).toEqual(['alba', 'Bea', 'Álvaro', 'zoe']);
  expect(namesIn(await list('order=seen-last'))).toEqual(['alba', 'Bea', 'Álvaro', 'zoe']);
  expect(namesIn(await list('order=seen-first'))).toEqual(['zoe', 'Álvaro', 'Bea', 'alba']);
  expect((await list('order=height')).status).toBe(400);
});

test('a list is read forwards and back over the same pages, in every order and with lines', async () => {
  const { list } = await aCrowd(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  for (const order of [
    ...['newest', 'oldest', 'seen-last', 'seen-first', 'name', 'name-back'],
    ...['came-most', 'came-least', 'closest', 'furthest'],
  ])
    for (const lines of [
      '',
      '&lines=only:from:source=signature',
      '&lines=without:tagged:tag=x',
      '&search=example',
    ]) {
      const pages = [await list(`order=${order}&limit=3${lines}`)];
      for (let next; (next = pages.at(-1)?.body.next);)
        pages.push(await list(`order=${order}&limit=3${lines}&after=${next}`));
      expect(pages.flatMap(namesIn)).toHaveLength(7);
      expect(pages[0]?.body.previous).toBeNull();
      for (let at = pages.length - 1; at > 0; at -= 1) {
        const back = await list(`order=${order}&limit=3${lines}&before=${pages[at]?.body.previous}`);
        expect(namesIn(back)).toEqual(namesIn(pages[at - 1] ?? back));
        expect(back.body.next).toEqual(pages[at - 1]?.body.next);
      }
    }
});

test('a list begins at a letter or a day, and goes back from there', async () => {
  const { list } = await aCrowd(['zoe', 'Mia', 'máximo', 'alba']);
  expect(namesIn(await list('order=name&from=m'))).toEqual(['máximo', 'Mia', 'zoe']);
  expect(namesIn(await list('order=name-back&from=M'))).toEqual(['Mia', 'máximo', 'alba']);
  expect(namesIn(await list('from=2026-05-09'))).toEqual(['Mia', 'máximo', 'alba']);
  expect(namesIn(await list('order=oldest&from=2026-05-09'))).toEqual(['Mia', 'zoe']);
  const middle = await list('order=name&from=m&limit=1');
  expect(namesIn(await list(`order=name&limit=1&before=${middle.body.previous}`))).toEqual(['alba']);
});

test('where a list begins that is no day is refused at its field; nothing is no beginning', async () => {
  const { list } = await aCrowd(['Mia', 'zoe']);
  for (const order of ['newest', 'seen-first'])
    for (const odd of ['2026-99-99', '2026-02-31', 'm', '0000-01-01', '9 May'])
      expect(await list(`order=${order}&from=${odd}`)).toMatchObject({
        status: 422,
        body: { fields: [{ name: 'from', code: 'field.date' }] },
      });
  expect(namesIn(await list('from=%20'))).toEqual(['Mia', 'zoe']);
  for (const letters of ['%25', '%5F', '9', '%F0%9F%90%9D'])
    expect((await list(`order=name&from=${letters}`)).status).toBe(200);
});

test('a page before the end of the first is the first one, whole', async () => {
  const { list } = await aCrowd(['a', 'b', 'c', 'd']);
  const second = await list('order=name&from=b&limit=3');
  const back = await list(`order=name&limit=3&before=${second.body.previous}`);
  expect(namesIn(back)).toEqual(['a', 'b', 'c']);
  expect(back.body.previous).toBeNull();
});

test('what cannot be counted in time is answered with what the database expects', async () => {
  const { site, group, organizer } = await aCrowd(['a']);
  await site.db.execute(sql`insert into people (id, group_id, email, name, language, source)
    select gen_random_uuid(), ${group.id}, 'n' || n || '@example.org', 'N', 'en', 'import' from generate_series(1, 60000) n`);
  await site.db.execute(sql`analyze people`);
  const { body } = await site
    .as(organizer)
    .get(`/groups/${group.slug}/people-counts?lines=only:mailable;add:searching:words=n&milliseconds=1`);
  expect(body.isAbout).toBe(true);
  expect(body.everyone).toBeGreaterThan(50_000);
  expect(body.lines).toHaveLength(2);
});
