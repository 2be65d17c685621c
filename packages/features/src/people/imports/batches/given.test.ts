import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aSite } from '../../../testing.ts';
import { aCrew, aPerson } from '../../fixtures.ts';
import { askToImport } from '../fixtures.ts';
import { imports } from '../tables.ts';

async function aCase() {
  const site = await aSite();
  const crew = await aCrew(site);
  const { group, organizer, path } = crew;
  const ana = await aPerson(site, group, { email: 'ana@example.org', name: 'Ana' });
  const bringIn = async (file: string) => {
    const list = await askToImport(site, group, organizer, { file });
    await site.work();
    return list;
  };
  const takeBack = async ({ path: list }: { path: string }) => {
    await site.as(organizer).put(`${list}/undoing`);
    await site.work();
  };
  const as = site.as(organizer);
  const known = async () => {
    const [person, reach] = await Promise.all([
      as.get(`${path}/${ana.id}`),
      as.get(`${path}/${ana.id}/reach`),
    ]);
    return { tags: person.body.tags, address: reach.body.address };
  };
  const write = async ({ tags, ...address }: { tags: string[]; city?: string; street?: string }) => {
    await as.put(`${path}/${ana.id}/tags`, { tags });
    await as.put(`${path}/${ana.id}/address`, address);
  };
  return { ...crew, site, bringIn, takeBack, known, write };
}

test('a list that is taken back takes its tags and parts of an address, and leaves what was there before', async () => {
  const { bringIn, takeBack, known, write } = await aCase();
  await write({ tags: ['mine'], city: 'Oakland' });
  const before = await known();
  const list = await bringIn(
    'email,Tags,Street,City,Postcode\nana@example.org,"mine,theirs",Linden St 1,Fresno,94601\n',
  );
  expect(await known()).toEqual({
    tags: ['mine', 'theirs'],
    address: { street: 'Linden St 1', city: 'Oakland', postcode: '94601' },
  });
  await takeBack(list);
  expect(await known()).toEqual(before);
});

test('an address that a list brought whole goes whole, and what somebody wrote since stays', async () => {
  const { bringIn, takeBack, known, write } = await aCase();
  const file = 'email,Tags,Street,City\nana@example.org,theirs,Linden St 1,Fresno\n';
  await takeBack(await bringIn(file));
  expect(await known()).toEqual({ tags: [], address: null });
  const list = await bringIn(file);
  await write({ tags: ['theirs', 'since'], street: 'Linden St 1', city: 'Oakland' });
  await takeBack(list);
  expect(await known()).toEqual({ tags: ['since'], address: { city: 'Oakland' } });
});

test('what two lists bring goes with the last of them, whichever is taken back first', async () => {
  const { bringIn, takeBack, known } = await aCase();
  const first = await bringIn('email,Tags,City\nana@example.org,theirs,Fresno\n');
  const second = await bringIn('email,Tags,City\nana@example.org,"theirs,more",Fresno\n');
  await takeBack(first);
  expect(await known()).toEqual({ tags: ['more', 'theirs'], address: { city: 'Fresno' } });
  await takeBack(second);
  expect(await known()).toEqual({ tags: [], address: null });
});

test('two rows of one person, in whichever batches, are taken back as one', async () => {
  const { bringIn, takeBack, known, write } = await aCase();
  await write({ tags: ['mine'] });
  const others = Array.from({ length: 2_500 }, (_, n) => `p${n}@example.org,,`).join('\n');
  const list = await bringIn(
    `email,Tags,City\nana@example.org,theirs,Fresno\n${others}\nana@example.org,"theirs,more",Fresno\n`,
  );
  expect(await known()).toEqual({ tags: ['mine', 'more', 'theirs'], address: { city: 'Fresno' } });
  await takeBack(list);
  expect(await known()).toEqual({ tags: ['mine'], address: null });
});

test('after 30 days a list is not taken back', async () => {
  const { site, organizer, bringIn, known } = await aCase();
  const list = await bringIn('email,Tags\nana@example.org,theirs\n');
  const soon = (await site.as(organizer).get(list.path)).body;
  expect(Date.parse(soon.undoUntil) - Date.parse(soon.finishedAt)).toBe(30 * 86_400_000);
  await site.db.update(imports).set({ finishedAt: sql`now() - interval '30 days 1 minute'` });
  const refused = await site.as(organizer).put(`${list.path}/undoing`);
  expect([refused.status, refused.body.code]).toEqual([409, 'people.import-settled']);
  await site.work();
  expect(await known()).toMatchObject({ tags: ['theirs'] });
});
