import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aMember } from '../../groups/fixtures.ts';
import { aField } from '../../people/fields/fixtures.ts';
import { aDeedCase } from './fixtures.ts';

async function aFilledCase(field: Parameters<typeof aField>[2] = {}) {
  const world = await aDeedCase();
  const { site, group, steward, ana, bea, fill } = world;
  const shift = await aField(site, { slug: group.slug, steward }, field);
  await fill(ana.id, { [shift]: 'Day' });
  const held = async () => [await world.valueOf(ana), await world.valueOf(bea)].flat();
  return { ...world, field: shift, held };
}

test('a field is emptied for all found, which their history tells, and taken back it holds again what it held', async () => {
  const { site, ana, organizer, run, undo, field, held } = await aFilledCase();
  const deed = await run('fill', { field, clears: true });
  expect(await held()).toEqual([null, null]);
  expect((await organizer.get(deed)).body).toMatchObject({
    ...{ state: 'done', totalCount: 2, changedCount: 1, isClearing: true, value: null },
    field: { name: 'Shift' },
  });
  const { rows } = await site.db.execute(
    sql`select label from person_history where person_id = ${ana.id} and kind = 'recorded' and actor_id is not null`,
  );
  expect(rows).toContainEqual({ label: 'Shift' });
  expect(await undo(deed)).toBe(202);
  expect(await held()).toEqual(['Day', null]);
  expect((await organizer.get(deed)).body).toMatchObject({ state: 'undone', undoneCount: 1 });
});

test('what somebody wrote there since stays when emptying is taken back', async () => {
  const { ana, fill, organizer, run, undo, field, held } = await aFilledCase();
  const deed = await run('fill', { field, clears: true });
  await fill(ana.id, { [field]: 'Evenings' });
  await undo(deed);
  expect(await held()).toEqual(['Evenings', null]);
  expect((await organizer.get(deed)).body).toMatchObject({ undoneCount: 0 });
});

test('a choice that is offered no more does not come back', async () => {
  const { path, asSteward, run, undo, field, held } = await aFilledCase({
    kind: 'choice',
    choices: ['Day', 'Night'],
  });
  const deed = await run('fill', { field, clears: true });
  const changed = { name: 'Shift', kind: 'choice', choices: ['Night'], purpose: 'Why.', sees: 'organizers' };
  expect((await asSteward.put(`${path}/person-fields/${field}`, changed)).status).toBe(204);
  await undo(deed);
  expect(await held()).toEqual([null, null]);
});

test('what an import brought does not come back after the import was taken back', async () => {
  const { site, group, ana, run, undo, field, held } = await aFilledCase();
  const importId = '018f0000-0000-7000-8000-000000000001';
  await site.db
    .execute(sql`insert into imports (id, group_id, file_name, encoding, delimiter, headers, columns, language, total_count, refused_count)
    values (${importId}, ${group.id}, 'a.csv', 'utf-8', ',', '{}', '[]', 'en', 1, 0)`);
  await site.db.execute(sql`update field_values set import_id = ${importId} where person_id = ${ana.id}`);
  const kept = await run('fill', { field, clears: true });
  await undo(kept);
  expect(await held()).toEqual(['Day', null]);
  const gone = await run('fill', { field, clears: true });
  await site.db.execute(sql`update imports set state = 'undone'`);
  await undo(gone);
  expect(await held()).toEqual([null, null]);
});

test('nothing is emptied by leaving a value out, nor by a value beside it', async () => {
  const { organizer, prepare, field, held, steward } = await aFilledCase();
  const filling = await prepare('fill');
  const handing = await prepare('hand');
  const refused = async (deed: string, said: object) =>
    (await organizer.put(`${deed}/approval`, said)).body.fields;
  expect(await refused(filling, { field, value: '' })).toMatchObject([
    { name: 'value', code: 'field.required' },
  ]);
  expect(await refused(filling, { clears: true })).toMatchObject([{ name: 'field', code: 'field.required' }]);
  expect(await refused(filling, { field, value: 'Day', clears: true })).toMatchObject([
    { name: 'value', code: 'field.choice' },
  ]);
  expect(await refused(handing, { contact: '' })).toMatchObject([
    { name: 'contact', code: 'field.required' },
  ]);
  expect(await refused(handing, { contact: steward.id, clears: true })).toMatchObject([
    { name: 'contact', code: 'field.choice' },
  ]);
  expect(await held()).toEqual(['Day', null]);
  expect((await organizer.get(filling)).body.state).toBe('draft');
});

test('a field that only stewards see is emptied by none but them', async () => {
  const { site, group, steward, asSteward, organizer, ana, prepare, run, valueOf } = await aDeedCase();
  const field = await aField(site, { slug: group.slug, steward }, { sees: 'stewards' });
  await run('fill', { field, value: 'Pending' }, asSteward);
  const deed = await prepare('fill');
  expect((await organizer.put(`${deed}/approval`, { field, clears: true })).status).toBe(404);
  expect(await valueOf(ana)).toEqual(['Pending']);
  await run('fill', { field, clears: true }, asSteward);
  expect(await valueOf(ana)).toEqual([null]);
});

test('people are handed to nobody, and given back to who had them, but for those somebody took meanwhile', async () => {
  const { path, site, group, steward, organizer, ana, bea, run, undo, person } = await aDeedCase();
  const other = await aMember(site, group, 'organizer');
  for (const { id } of [ana, bea]) await organizer.patch(`${path}/people/${id}`, { contactId: steward.id });
  const deed = await run('hand', { clears: true });
  expect([(await person(ana)).contact, (await person(bea)).contact]).toEqual([null, null]);
  expect((await organizer.get(deed)).body).toMatchObject({ changedCount: 2, isClearing: true });
  await organizer.patch(`${path}/people/${bea.id}`, { contactId: other.id });
  await undo(deed);
  expect([(await person(ana)).contact.id, (await person(bea)).contact.id]).toEqual([steward.id, other.id]);
  expect((await organizer.get(deed)).body).toMatchObject({ undoneCount: 1 });
});

test('nobody is given back to one who left, and an organizer who is erased hands nobody to nobody', async () => {
  const { path, site, group, organizer, asSteward, ana, steward, prepare, run, undo, person } =
    await aDeedCase();
  const leaving = await aMember(site, group, 'organizer');
  await organizer.patch(`${path}/people/${ana.id}`, { contactId: leaving.id });
  const deed = await run('hand', { clears: true });
  await asSteward.delete(`${path}/members/${leaving.id}`);
  await undo(deed);
  expect((await person(ana)).contact).toBeNull();
  expect((await organizer.get(deed)).body).toMatchObject({ undoneCount: 0 });
  await organizer.patch(`${path}/people/${ana.id}`, { contactId: steward.id });
  const erased = await aMember(site, group, 'organizer');
  const handing = await prepare('hand');
  await organizer.put(`${handing}/approval`, { contact: erased.id });
  await site.db.execute(sql`delete from accounts where id = ${erased.id}`);
  await site.work();
  expect((await organizer.get(handing)).body).toMatchObject({ state: 'done', changedCount: 0 });
  expect((await person(ana)).contact.id).toBe(steward.id);
});
