import { expect, test } from 'vitest';
import { aCrew, aPerson } from '../../people/fixtures.ts';
import { aSite, type TestAnswer } from '../../testing.ts';

const namesIn = ({ body }: TestAnswer) => body.rows.map(({ name }: { name: string }) => name);

async function aCase() {
  const site = await aSite();
  const crew = await aCrew(site);
  const path = `/groups/${crew.group.slug}`;
  const organizer = site.as(crew.organizer);
  const { id } = (await organizer.post(`${path}/lists`, { name: 'Phone tree' })).body;
  const found = (lines: string) => organizer.get(`${path}/people?lines=${lines}`);
  return { site, ...crew, path, organizer, id, found };
}

test('people are put on a list and taken off, and the list is a line', async () => {
  const { site, group, path, organizer, id, found } = await aCase();
  const ana = await aPerson(site, group, { name: 'Ana' });
  await aPerson(site, group, { name: 'Bea' });
  const place = `${path}/lists/${id}/people/${ana.id}`;
  for (const _ of [1, 2]) expect((await organizer.put(place)).status).toBe(204);
  expect(namesIn(await found(`add:listed:list=${id}`))).toEqual(['Ana']);
  expect((await found(`add:listed:list=${id}`)).body.lines[0].about).toBe('Phone tree');
  expect(namesIn(await found(`without:listed:list=${id}`))).not.toContain('Ana');
  expect((await organizer.get(`${path}/people/${ana.id}/lists`)).body).toMatchObject({
    on: [{ id }],
    others: [],
  });
  expect((await organizer.get(`${path}/saved-counts`)).body.rows).toEqual([{ id, count: 1 }]);
  expect((await organizer.delete(place)).status).toBe(204);
  expect(namesIn(await found(`add:listed:list=${id}`))).toEqual([]);
});

test('whoever is erased is on no list any more', async () => {
  const { site, group, steward, path, organizer, id } = await aCase();
  const ana = await aPerson(site, group);
  await organizer.put(`${path}/lists/${id}/people/${ana.id}`);
  expect((await site.as(steward).delete(`${path}/people/${ana.id}`)).status).toBe(204);
  expect((await organizer.get(`${path}/saved-counts`)).body.rows).toEqual([]);
});

test('a list is renamed and removed, but not while a saved segment stands on it', async () => {
  const { path, organizer, id, found } = await aCase();
  expect((await organizer.put(`${path}/lists/${id}`, { name: 'Captains' })).status).toBe(204);
  expect((await organizer.post(`${path}/lists`, { name: 'Captains' })).body.fields[0].code).toBe(
    'segments.list-name-taken',
  );
  const lines = `add:listed:list=${id}`;
  const segment = (await organizer.post(`${path}/segments`, { name: 'They', lines })).body;
  expect((await organizer.delete(`${path}/lists/${id}`)).body.code).toBe('segments.list-in-use');
  await organizer.delete(`${path}/segments/${segment.id}`);
  expect((await organizer.delete(`${path}/lists/${id}`)).status).toBe(204);
  expect((await found(lines)).body).toMatchObject({ rows: [], lines: [{ isGone: true }] });
});

test('nobody of another group is put on a list, and members see none', async () => {
  const { site, member, path, organizer, id } = await aCase();
  const other = await aCrew(site);
  const stranger = await aPerson(site, other.group);
  expect((await organizer.put(`${path}/lists/${id}/people/${stranger.id}`)).status).toBe(404);
  expect(
    (await site.as(other.steward).put(`/groups/${other.group.slug}/lists/${id}/people/${stranger.id}`))
      .status,
  ).toBe(404);
  expect((await site.as(member).get(`${path}/lists`)).status).toBe(404);
  expect((await site.as(member).post(`${path}/lists`, { name: 'Mine' })).status).toBe(404);
});
