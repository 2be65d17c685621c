import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anEvent, anRsvp, beganAgo } from '../events/fixtures.ts';
import { aCrew } from '../people/fixtures.ts';
import { aSite, type TestAnswer, type TestSite } from '../testing.ts';

const turnoutIn = ({ body }: TestAnswer): [string, number][] =>
  body.rows.map(({ name, cameCount }: { name: string; cameCount: number }) => [name, cameCount]);

/** Ana, who is at both of two events, and Bo, who is at one. */
async function twoEvenings() {
  const site = await aSite();
  const crew = await aCrew(site);
  const [first, second] = [await anEvent(site, crew), await anEvent(site, crew)];
  const steward = site.as(crew.steward);
  const doors = [first, second].map(({ slug }) => `/events/${slug}`);
  const rowsAt = async (door: string): Promise<{ id: string; name: string }[]> =>
    (await steward.get(`${door}/door`)).body.rows;
  const attendance = async (door: string, name: string) => {
    const row = (await rowsAt(door)).find((one) => one.name === name);
    return `${door}/rsvps/${row?.id}/attendance`;
  };
  for (const event of [first, second]) await anRsvp(site, event, { name: 'Ana', email: 'ana@example.org' });
  await anRsvp(site, first, { name: 'Bo', email: 'bo@example.org' });
  for (const [door = '', name = ''] of [
    [doors[0], 'Ana'],
    [doors[1], 'Ana'],
    [doors[0], 'Bo'],
  ])
    expect((await steward.put(await attendance(door, name))).status).toBe(204);
  const list = (order: string) => steward.get(`${crew.path}?search=example&order=${order}`);
  return { site, ...crew, asSteward: steward, first, second, doors, attendance, list };
}

test('people are sorted by how often they came, either way', async () => {
  const { list } = await twoEvenings();
  expect(turnoutIn(await list('came-most')).slice(0, 2)).toEqual([
    ['Ana', 2],
    ['Bo', 1],
  ]);
  expect(turnoutIn(await list('came-least')).slice(-2)).toEqual([
    ['Bo', 1],
    ['Ana', 2],
  ]);
});

test('a slip at the door, a closed door and an event that is gone leave the count right', async () => {
  const { site, asSteward, first, doors, attendance, list } = await twoEvenings();
  const [here = '', there = ''] = doors;
  await anRsvp(site, first, { name: 'Cy', email: 'cy@example.org' });
  await asSteward.delete(await attendance(there, 'Ana'));
  await beganAgo(site, first, 3);
  expect((await asSteward.put(`${here}/closing`)).status).toBe(204);
  expect(turnoutIn(await list('came-most')).sort()).toEqual(
    expect.arrayContaining([
      ['Ana', 1],
      ['Bo', 1],
      ['Cy', 0],
    ]),
  );
  await site.db.execute(sql`delete from events where id = ${first.id}`);
  expect(turnoutIn(await list('came-most')).every(([, count]) => count === 0)).toBe(true);
});

test('of two records that are made one each event counts once, and parted again each has its own', async () => {
  const { site, steward, path, second, doors, attendance, list } = await twoEvenings();
  await anRsvp(site, second, { name: 'Bo', email: 'bo@example.org' });
  await site.as(steward).put(await attendance(doors[1] ?? '', 'Bo'));
  const before = await countsHeld(site);
  const [ana, bo] = (await list('name')).body.rows as { id: string; name: string }[];
  const merges = `${path}/${ana?.id}/merges`;
  const merged = await site.as(steward).post(merges, { otherId: bo?.id, chosen: [] });
  expect(merged.status).toBe(201);
  expect(Object.values(await countsHeld(site)).filter(Boolean)).toEqual([2]);
  const parting = `${path}/${merged.body.personId}/merges/${merged.body.mergeId}`;
  expect((await site.as(steward).delete(parting)).status).toBe(200);
  expect(await countsHeld(site)).toEqual(before);
});

test('parted after an event that is gone, nobody came to it', async () => {
  const { site, steward, path, first, second, list } = await twoEvenings();
  const [ana, bo] = (await list('name')).body.rows as { id: string }[];
  const merged = await site.as(steward).post(`${path}/${ana?.id}/merges`, { otherId: bo?.id, chosen: [] });
  await site.db.execute(sql`delete from events where id in (${first.id}, ${second.id})`);
  await site.as(steward).delete(`${path}/${merged.body.personId}/merges/${merged.body.mergeId}`);
  expect(new Set(Object.values(await countsHeld(site)))).toEqual(new Set([0]));
});

test('who is checked in at two doors at the same moment came twice', async () => {
  const { site, asSteward, doors, attendance } = await twoEvenings();
  const taps = await Promise.all(doors.map((door) => attendance(door, 'Ana')));
  for (const tap of taps) await asSteward.delete(tap);
  await Promise.all(taps.map((tap) => asSteward.put(tap)));
  expect((await countsHeld(site))['ana@example.org']).toBe(2);
});

async function countsHeld({ db }: TestSite): Promise<Record<string, number>> {
  const { rows } = await db.execute<{ email: string; count: number }>(
    sql`select email, came_count as count from people where email like '%@example.org'`,
  );
  return Object.fromEntries(rows.map(({ email, count }) => [email, count]));
}
