import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aMember } from '../../groups/fixtures.ts';
import { aField } from '../../people/fields/fixtures.ts';
import { aDeedCase } from './fixtures.ts';

test('a field is filled in for all found, and taken back to what each held before', async () => {
  const { site, group, steward, ana, bea, run, undo, valueOf, fill, organizer } = await aDeedCase();
  const field = await aField(
    site,
    { slug: group.slug, steward },
    { kind: 'choice', choices: ['Day', 'Night'] },
  );
  await fill(bea.id, { [field]: 'Day' });
  const deed = await run('fill', { field, value: 'night' });
  expect([await valueOf(ana), await valueOf(bea)]).toEqual([['Night'], ['Night']]);
  expect((await organizer.get(deed)).body).toMatchObject({
    ...{ state: 'done', changedCount: 2, value: 'Night', field: { name: 'Shift', kind: 'choice' } },
  });
  expect(await undo(deed)).toBe(202);
  expect([await valueOf(ana), await valueOf(bea)]).toEqual([[null], ['Day']]);
  expect((await organizer.get(deed)).body).toMatchObject({ state: 'undone', undoneCount: 2 });
});

test('taking back leaves alone what somebody changed since', async () => {
  const { site, group, steward, ana, bea, run, undo, valueOf, fill, organizer } = await aDeedCase();
  const field = await aField(site, { slug: group.slug, steward });
  const deed = await run('fill', { field, value: 'Mornings' });
  await fill(bea.id, { [field]: 'Evenings' });
  await undo(deed);
  expect([await valueOf(ana), await valueOf(bea)]).toEqual([[null], ['Evenings']]);
  expect((await organizer.get(deed)).body).toMatchObject({ changedCount: 2, undoneCount: 1 });
});

test('who held the value already is not changed, and keeps it when it is taken back', async () => {
  const { site, group, steward, ana, bea, run, undo, valueOf, fill } = await aDeedCase();
  const field = await aField(site, { slug: group.slug, steward });
  await fill(bea.id, { [field]: 'Mornings' });
  await undo(await run('fill', { field, value: 'Mornings' }));
  expect([await valueOf(ana), await valueOf(bea)]).toEqual([[null], ['Mornings']]);
});

test('a value that is none of the field is refused beside it, and nothing is done', async () => {
  const { site, group, steward, organizer, prepare } = await aDeedCase();
  const field = await aField(site, { slug: group.slug, steward }, { kind: 'number' });
  const deed = await prepare('fill');
  const refused = async (approval: object) => (await organizer.put(`${deed}/approval`, approval)).body.fields;
  expect(await refused({ field, value: 'many' })).toMatchObject([
    { name: 'value', code: 'people.value-number' },
  ]);
  expect(await refused({ field })).toMatchObject([{ name: 'value', code: 'field.required' }]);
  expect(await refused({ value: '1' })).toMatchObject([{ name: 'field', code: 'field.required' }]);
  expect((await organizer.get(deed)).body.state).toBe('draft');
});

test('a choice that went before the worker came is filled in for nobody', async () => {
  const { site, group, steward, path, asSteward, ana, prepare, organizer, valueOf } = await aDeedCase();
  const field = await aField(
    site,
    { slug: group.slug, steward },
    { kind: 'choice', choices: ['Day', 'Night'] },
  );
  const deed = await prepare('fill');
  await organizer.put(`${deed}/approval`, { field, value: 'Night' });
  const changed = { name: 'Shift', kind: 'choice', choices: ['Day'], purpose: 'Why.', sees: 'organizers' };
  expect((await asSteward.put(`${path}/person-fields/${field}`, changed)).status).toBe(204);
  await site.work();
  expect(await valueOf(ana)).toEqual([null]);
  expect((await organizer.get(deed)).body).toMatchObject({ state: 'done', changedCount: 0 });
});

test('a field that only stewards see is filled in by them, and its deed is not there for organizers', async () => {
  const { site, group, steward, asSteward, ana, prepare, organizer, run, valueOf } = await aDeedCase();
  const field = await aField(site, { slug: group.slug, steward }, { sees: 'stewards' });
  const approval = { field, value: 'Pending' };
  expect((await organizer.put(`${await prepare('fill')}/approval`, approval)).status).toBe(404);
  const deed = await run('fill', approval, asSteward);
  expect(await valueOf(ana)).toEqual(['Pending']);
  expect((await organizer.get(deed)).status).toBe(404);
  expect((await organizer.put(`${deed}/undoing`)).status).toBe(404);
  const kinds = await site.db.execute(
    sql`select distinct kind, label from person_history where person_id = ${ana.id}`,
  );
  expect(kinds.rows).toEqual([{ kind: 'recorded-apart', label: null }]);
});

test('people are handed to an organizer, which their history tells, and given back to who had them', async () => {
  const { path, steward, organizer: asOrganizer, ana, bea, run, undo, person, ...crew } = await aDeedCase();
  const other = await aMember(crew.site, crew.group, 'organizer');
  await asOrganizer.patch(`${path}/people/${bea.id}`, { contactId: steward.id });
  const deed = await run('hand', { contact: other.id });
  expect((await person(ana)).contact.id).toBe(other.id);
  expect((await person(bea)).contact.id).toBe(other.id);
  const { rows } = await crew.site.db.execute(
    sql`select fields from person_history where person_id = ${ana.id} and kind = 'corrected'`,
  );
  expect(rows).toEqual([{ fields: ['contact'] }]);
  await asOrganizer.patch(`${path}/people/${ana.id}`, { contactId: steward.id });
  expect(await undo(deed)).toBe(202);
  expect((await person(ana)).contact.id).toBe(steward.id);
  expect((await person(bea)).contact.id).toBe(steward.id);
});

test('nobody is handed to a member who does not see the people, nor given back to one who left', async () => {
  const { site, path, member, outsider, organizer, asSteward, group, ana, prepare, run, undo, person } =
    await aDeedCase();
  const leaving = await aMember(site, group, 'organizer');
  await organizer.patch(`${path}/people/${ana.id}`, { contactId: leaving.id });
  const deed = await prepare('hand');
  for (const contact of [member.id, outsider.id])
    expect((await organizer.put(`${deed}/approval`, { contact })).body.fields).toMatchObject([
      { name: 'contact', code: 'people.contact-sees-nobody' },
    ]);
  const other = await aMember(site, group, 'organizer');
  const done = await run('hand', { contact: other.id });
  expect((await asSteward.delete(`${path}/members/${leaving.id}`)).status).toBe(204);
  await undo(done);
  expect((await person(ana)).contact).toBeNull();
});

test('an assessment is set and taken back, and is no number but one of the five', async () => {
  const { path, organizer, ana, bea, prepare, run, undo, person } = await aDeedCase();
  await organizer.patch(`${path}/people/${bea.id}`, { assessment: 4 });
  const deed = await run('assess', { assessment: 2 });
  expect([(await person(ana)).assessment, (await person(bea)).assessment]).toEqual([2, 2]);
  await undo(deed);
  expect([(await person(ana)).assessment, (await person(bea)).assessment]).toEqual([null, 4]);
  expect((await organizer.put(`${await prepare('assess')}/approval`, { assessment: 6 })).status).toBe(422);
  expect((await organizer.put(`${await prepare('assess')}/approval`, {})).body.fields).toMatchObject([
    { name: 'assessment', code: 'field.required' },
  ]);
});

test('who does not write to the people sets nothing of them', async () => {
  const { site, path, member, outsider } = await aDeedCase();
  for (const kind of ['fill', 'assess', 'hand'])
    for (const account of [member, outsider])
      expect((await site.as(account).post(`${path}/people-deeds`, { kind })).status).toBe(404);
});
