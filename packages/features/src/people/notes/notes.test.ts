import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aSite, type TestSite } from '../../testing.ts';
import { aCrew, aPerson } from '../fixtures.ts';

async function aNoted(site: TestSite) {
  const crew = await aCrew(site);
  const sam = await aPerson(site, crew.group);
  const own = `${crew.path}/${sam.id}`;
  const path = `${own}/notes`;
  const written = await site.as(crew.organizer).post(path, { body: 'Has a van.\nOn Saturdays.' });
  return { ...crew, sam, own, path, note: `${path}/${written.body.id}` };
}
const bodies = ({ body }: { body: { rows: { body: string }[] } }) => body.rows.map((row) => row.body);

test('a note is read by who sees the group’s people, with who wrote it', async () => {
  const site = await aSite();
  const { steward, organizer, path } = await aNoted(site);
  const read = await site.as(steward).get(path);
  expect(bodies(read)).toEqual(['Has a van.\nOn Saturdays.']);
  expect(read.body.rows[0]).toMatchObject({ isMine: false, correctedAt: null });
  expect(read.body.rows[0].author).not.toBeNull();
  expect((await site.as(organizer).get(path)).body.rows[0].isMine).toBe(true);
});

test('nobody else reads or writes one', async () => {
  const site = await aSite();
  const { member, outsider, path, note } = await aNoted(site);
  const other = await aCrew(site);
  for (const one of [member, outsider, other.steward]) {
    expect((await site.as(one).get(path)).status).toBe(404);
    expect((await site.as(one).post(path, { body: 'x' })).status).toBe(404);
    expect((await site.as(one).patch(note, { body: 'x' })).status).toBe(404);
    expect((await site.as(one).put(`${note}/removal`)).status).toBe(404);
  }
});

test('the person themselves reads what is noted, and not by whom', async () => {
  const site = await aSite();
  const { sam } = await aNoted(site);
  const { body } = await site.as(null).get(`/own-records/${sam.ownRecord}`);
  expect(body.notes).toEqual([{ body: 'Has a van.\nOn Saturdays.', at: expect.any(String) }]);
});

test('who wrote a note corrects it, and nobody else does', async () => {
  const site = await aSite();
  const { steward, organizer, path, note } = await aNoted(site);
  expect((await site.as(steward).patch(note, { body: 'No van.' })).status).toBe(403);
  expect((await site.as(organizer).patch(note, { body: 'Two vans.' })).status).toBe(204);
  const read = await site.as(steward).get(path);
  expect(bodies(read)).toEqual(['Two vans.']);
  expect(read.body.rows[0].correctedAt).not.toBeNull();
});

test('a note that is taken off can be put back for a day, and is then forgotten', async () => {
  const site = await aSite();
  const { organizer, sam, path, note } = await aNoted(site);
  await site.as(organizer).put(`${note}/removal`);
  expect(bodies(await site.as(organizer).get(path))).toEqual([]);
  expect((await site.as(null).get(`/own-records/${sam.ownRecord}`)).body.notes).toEqual([]);
  await site.as(organizer).delete(`${note}/removal`);
  expect(bodies(await site.as(organizer).get(path))).toHaveLength(1);
  await site.as(organizer).put(`${note}/removal`);
  await site.db.execute(sql`update person_notes set removed_at = now() - interval '25 hours'`);
  await site.sweep('people.forget-notes');
  expect((await site.as(organizer).delete(`${note}/removal`)).status).toBe(404);
});

test('a note is not there after its day, and a sweep forgets it and says how many', async () => {
  const site = await aSite();
  const { organizer, group, path, sam, own } = await aNoted(site);
  await site.as(organizer).post(path, { body: 'For now.', months: 3 });
  await site.db.execute(
    sql`update person_notes set at = at - interval '4 months', until = until - interval '4 months'`,
  );
  expect(bodies(await site.as(organizer).get(path))).toEqual(['Has a van.\nOn Saturdays.']);
  expect((await site.as(null).get(`/own-records/${sam.ownRecord}`)).body.notes).toHaveLength(1);
  expect((await site.as(organizer).get(`${own}/history?kind=record`)).body.rows).toHaveLength(1);
  await site.sweep('people.forget-notes');
  expect((await site.db.execute(sql`select from person_notes`)).rowCount).toBe(1);
  const { rows } = await site.db.execute(
    sql`select group_id, data from journal where kind = 'people.notes-forgotten'`,
  );
  expect(rows).toEqual([{ group_id: group.id, data: { count: 1 } }]);
});

test('a note is kept for at most two years, however a form says it', async () => {
  const site = await aSite();
  const { organizer, path } = await aNoted(site);
  expect((await site.as(organizer).post(path, { body: 'x', months: '12' })).status).toBe(201);
  expect((await site.as(organizer).post(path, { body: 'x', months: 120 })).status).toBe(422);
  expect((await site.as(organizer).post(path, { body: ' \n ' })).status).toBe(422);
});

test('notes go with their person', async () => {
  const site = await aSite();
  const { steward, own } = await aNoted(site);
  await site.as(steward).delete(own);
  expect((await site.db.execute(sql`select from person_notes`)).rowCount).toBe(0);
});
