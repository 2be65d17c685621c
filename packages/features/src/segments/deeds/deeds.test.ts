import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aField, fillValues } from '../../people/fields/fixtures.ts';
import { aCrew, aPerson } from '../../people/fixtures.ts';
import { aSite, type TestAnswer } from '../../testing.ts';

const namesIn = ({ body }: TestAnswer) => body.rows.map(({ name }: { name: string }) => name).sort();

async function aCase() {
  const site = await aSite();
  const crew = await aCrew(site);
  const path = `/groups/${crew.group.slug}`;
  const [organizer, steward] = [site.as(crew.organizer), site.as(crew.steward)];
  await site.work();
  const prepare = async (body: object, who = organizer): Promise<string> =>
    `${path}/people-deeds/${(await who.post(`${path}/people-deeds`, body)).body.id}`;
  const run = async (body: object, approval: object) => {
    const deed = await prepare(body);
    expect((await organizer.put(`${deed}/approval`, approval)).status).toBe(202);
    await site.work();
    return deed;
  };
  const undo = async (deed: string) => {
    const { status } = await organizer.put(`${deed}/undoing`);
    await site.work();
    return status;
  };
  const tagged = async (tag: string) =>
    namesIn(await organizer.get(`${path}/people?lines=add:tagged:tag=${tag}&limit=200`));
  return { site, ...crew, path, organizer, asSteward: steward, prepare, run, undo, tagged };
}

test('all found are tagged when it runs, and untagged again but for those who had the tag before', async () => {
  const { site, group, organizer, run, undo, tagged, prepare } = await aCase();
  await aPerson(site, group, { name: 'Ana', language: 'es' });
  const bea = await aPerson(site, group, { name: 'Bea', language: 'es' });
  await aPerson(site, group, { name: 'Cem' });
  await site.db.execute(sql`update people set tags = '{driver}' where id = ${bea.id}`);
  const deed = await prepare({ kind: 'tag', lines: 'add:speaking:language=es' });
  await aPerson(site, group, { name: 'Dana', language: 'es' });
  expect(await tagged('driver')).toEqual(['Bea']);
  expect((await organizer.put(`${deed}/approval`, { tag: ' Driver' })).status).toBe(202);
  await site.work();
  expect(await tagged('driver')).toEqual(['Ana', 'Bea', 'Dana']);
  expect((await organizer.get(deed)).body).toMatchObject({
    ...{ state: 'done', totalCount: 3, doneCount: 3, changedCount: 2, tag: 'driver', can: { undo: true } },
  });
  expect(await undo(deed)).toBe(202);
  expect(await tagged('driver')).toEqual(['Bea']);
  expect((await organizer.get(deed)).body).toMatchObject({ state: 'undone', undoneCount: 2 });
  const untag = await run({ kind: 'untag', search: 'bea' }, { tag: 'driver' });
  expect(await tagged('driver')).toEqual([]);
  await undo(untag);
  expect(await tagged('driver')).toEqual(['Bea']);
});

test('those who are ticked are put on a new list, and a list is taken off', async () => {
  const { site, group, path, organizer, run, undo } = await aCase();
  const ana = await aPerson(site, group, { name: 'Ana' });
  await aPerson(site, group, { name: 'Bea' });
  const deed = await run({ kind: 'list', ids: [ana.id] }, { name: 'Phone tree' });
  const [list] = (await organizer.get(`${path}/lists`)).body.rows;
  const onList = async () => namesIn(await organizer.get(`${path}/people?lines=add:listed:list=${list.id}`));
  expect(list.name).toBe('Phone tree');
  expect(await onList()).toEqual(['Ana']);
  const off = await run({ kind: 'unlist', ids: [ana.id] }, { list: list.id });
  expect(await onList()).toEqual([]);
  expect(await undo(off)).toBe(202);
  expect(await onList()).toEqual(['Ana']);
  expect(await undo(deed)).toBe(202);
  expect(await onList()).toEqual([]);
  expect(await undo(deed)).toBe(409);
});

test('more people than are done at once are all done, and running twice does nothing twice', async () => {
  const { site, group, run, undo, organizer } = await aCase();
  await site.db.execute(sql`insert into people (id, group_id, email, name, language, source)
    select gen_random_uuid(), ${group.id}, 'n' || n || '@example.org', 'N', 'en', 'import' from generate_series(1, 4500) n`);
  const deed = await run({ kind: 'tag', lines: 'add:from:source=import' }, { tag: 'canvass' });
  const count = async () =>
    (await organizer.get(`/groups/${group.slug}/people-counts?lines=add:tagged:tag=canvass`)).body.found;
  expect(await count()).toBe(4500);
  expect((await organizer.get(deed)).body).toMatchObject({ doneCount: 4500, changedCount: 4500 });
  await undo(deed);
  expect(await count()).toBe(0);
});

test('nobody of another group is touched, and what is missing is said beside its field', async () => {
  const { site, path, organizer, prepare } = await aCase();
  const other = await aCrew(site);
  const stranger = await aPerson(site, other.group);
  const refused = await organizer.post(`${path}/people-deeds`, { kind: 'tag', ids: [stranger.id] });
  expect(refused.body.fields).toMatchObject([{ name: 'ids', code: 'segments.nobody-ticked' }]);
  const deed = await prepare({ kind: 'tag' });
  expect((await organizer.put(`${deed}/approval`, {})).body.fields).toMatchObject([
    { name: 'tag', code: 'field.required' },
  ]);
  const listing = await prepare({ kind: 'list' });
  expect((await organizer.put(`${listing}/approval`, {})).body.fields).toMatchObject([
    { name: 'list', code: 'field.required' },
  ]);
  const otherList = (
    await site.as(other.steward).post(`/groups/${other.group.slug}/lists`, { name: 'Theirs' })
  ).body.id;
  expect((await organizer.put(`${listing}/approval`, { list: otherList })).status).toBe(404);
  expect((await site.as(other.steward).get(deed)).status).toBe(404);
});

test('those found are taken out as a file by who may take people out, which is on record', async () => {
  const { site, group, path, organizer, asSteward, prepare } = await aCase();
  await aPerson(site, group, { name: 'Ana', language: 'es' });
  await aPerson(site, group, { name: 'Bea' });
  expect((await organizer.post(`${path}/people-deeds`, { kind: 'export' })).status).toBe(403);
  const deed = await prepare({ kind: 'export', lines: 'add:speaking:language=es' }, asSteward);
  const file = await asSteward.post(`${deed}/exports`);
  expect(file.status).toBe(200);
  expect(file.body).toContain('Ana');
  expect(file.body).not.toContain('Bea');
  expect((await organizer.post(`${deed}/exports`)).status).toBe(403);
  const { rows } = await site.db.execute(
    sql`select data from journal where kind = 'segments.found-exported'`,
  );
  expect(rows).toMatchObject([{ data: { count: 1 } }]);
});

test('what is known of a deed is forgotten after 30 days, and then it is not taken back', async () => {
  const { site, group, organizer, run, undo } = await aCase();
  await aPerson(site, group, { name: 'Ana' });
  const deed = await run({ kind: 'tag' }, { tag: 'driver' });
  await site.db.execute(sql`update people_deeds set made_at = now() - interval '31 days'`);
  expect(await undo(deed)).toBe(409);
  await site.sweep('segments.forget-deeds');
  expect((await organizer.get(deed)).status).toBe(404);
  expect((await site.db.execute(sql`select 1 from deed_people`)).rows).toEqual([]);
});

test('a line about a field that whoever asks may not see is done to nobody, also by the worker', async () => {
  const { site, group, steward, path, run, asSteward, prepare, tagged } = await aCase();
  const field = await aField(site, { slug: group.slug, steward }, { name: 'Status', sees: 'stewards' });
  const ana = await aPerson(site, group, { name: 'Ana' });
  await fillValues(site, steward, {
    path: `${path}/people`,
    personId: ana.id,
    values: { [field]: 'Pending' },
  });
  const body = { kind: 'tag', lines: `add:field:field=${field}:does=is:value=Pending` };
  await run(body, { tag: 'pending' });
  expect(await tagged('pending')).toEqual([]);
  const deed = await prepare(body, asSteward);
  expect((await asSteward.put(`${deed}/approval`, { tag: 'pending' })).status).toBe(202);
  await site.work();
  expect(await tagged('pending')).toEqual(['Ana']);
});
