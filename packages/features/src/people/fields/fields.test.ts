import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aSite } from '../../testing.ts';
import { aCrew, aPerson } from '../fixtures.ts';
import { fieldValues } from './tables.ts';
import { aField, fillValues } from './fixtures.ts';

async function aCase() {
  const site = await aSite();
  const crew = await aCrew(site);
  const { group, steward, organizer, path } = crew;
  const person = await aPerson(site, group);
  const fields = `/groups/${group.slug}/person-fields`;
  const define = (asked: Parameters<typeof aField>[2]) => aField(site, { slug: group.slug, steward }, asked);
  const valuesFor = async (by: { token: string }) => {
    const { body } = await site.as(by).get(`${path}/${person.id}/field-values`);
    return Object.fromEntries(body.rows.map((row: { name: string; value: string }) => [row.name, row.value]));
  };
  const fillIn = (values: Record<string, string>, by = organizer) =>
    fillValues(site, by, { path, personId: person.id, values });
  return { site, ...crew, person, fields, define, valuesFor, fillIn };
}
const shirt = { name: 'Shirt', kind: 'choice' as const, choices: ['S', 'M', 'L'] };

test('a steward defines what the group wants to know, and an organizer fills it in', async () => {
  const { define, fillIn, valuesFor, organizer } = await aCase();
  const [text, number, date, choice, yesno] = [
    await define({}),
    await define({ name: 'Rent', kind: 'number' }),
    await define({ name: 'Moved in', kind: 'date' }),
    await define(shirt),
    await define({ name: 'Van', kind: 'yesno' }),
  ];
  const values = {
    [text]: ' Mornings ',
    [number]: '1250,50',
    [date]: '31/12/2020',
    [choice]: 'm',
    [yesno]: 'yes',
  };
  expect((await fillIn(values)).status).toBe(204);
  const kept = { Shift: 'Mornings', Rent: '1250.5', 'Moved in': '2020-12-31', Shirt: 'M', Van: 'yes' };
  expect(await valuesFor(organizer)).toEqual(kept);
  expect((await fillIn({ [text]: '' })).status).toBe(204);
  expect(await valuesFor(organizer)).toEqual({ ...kept, Shift: null });
});

test('what is no value of its kind is refused beside its field, and nothing of the form is kept', async () => {
  const { define, fillIn, valuesFor, organizer } = await aCase();
  const [text, number] = [await define({}), await define({ name: 'Rent', kind: 'number' })];
  const refused = await fillIn({ [text]: 'Mornings', [number]: 'a lot' });
  expect([refused.status, refused.body.fields]).toEqual([
    422,
    [{ name: `value-${number}`, code: 'people.value-number', message: expect.any(String) }],
  ]);
  expect(await valuesFor(organizer)).toEqual({ Shift: null, Rent: null });
});

test('the history says that a field was filled in and not with what, and the journal has ids only', async () => {
  const { site, define, fillIn, path, person, organizer } = await aCase();
  const [open, apart] = [await define({}), await define({ name: 'Status', sees: 'stewards' })];
  expect((await fillIn({ [open]: 'Mornings' })).status).toBe(204);
  expect((await fillIn({ [apart]: 'Pending' })).status).toBe(404);
  const { body } = await site.as(organizer).get(`${path}/${person.id}`);
  expect(body.history.filter(({ kind }: { kind: string }) => kind === 'recorded')).toMatchObject([
    { label: 'Shift' },
  ]);
  const { rows } = await site.db.execute<{ data: object }>(
    sql`select data from journal where kind = 'people.fields-filled'`,
  );
  expect(rows.map(({ data }) => data)).toEqual([{ fieldIds: [open] }]);
});

test('what only stewards see is not there for organizers, not even its name in a history', async () => {
  const { site, define, fillIn, valuesFor, fields, path, person, steward, organizer } = await aCase();
  const apart = await define({ name: 'Status', sees: 'stewards' });
  expect((await fillIn({ [apart]: 'Pending' }, steward)).status).toBe(204);
  expect(await valuesFor(steward)).toEqual({ Status: 'Pending' });
  expect(await valuesFor(organizer)).toEqual({});
  expect((await site.as(organizer).get(fields)).body.rows).toEqual([]);
  expect(JSON.stringify((await site.as(organizer).get(`${path}/${person.id}`)).body)).not.toContain('Status');
});

test('the own record shows all that is known, whoever there sees it, with why', async () => {
  const { site, define, fillIn, person, steward } = await aCase();
  const apart = await define({ name: 'Status', sees: 'stewards', purpose: 'To find a lawyer.' });
  await fillIn({ [apart]: 'Pending' }, steward);
  const { body } = await site.as(null).get(`/own-records/${person.ownRecord}/field-values`);
  expect(body.rows).toEqual([
    { name: 'Status', kind: 'text', purpose: 'To find a lawyer.', value: 'Pending' },
  ]);
});

test('who is erased leaves no value behind', async () => {
  const { site, define, fillIn, path, person, steward } = await aCase();
  await fillIn({ [await define({})]: 'Mornings' });
  expect((await site.as(steward).delete(`${path}/${person.id}`)).status).toBe(204);
  expect(await site.db.$count(fieldValues)).toBe(0);
});

test('a choice that people hold goes only with what it becomes', async () => {
  const { site, define, fillIn, valuesFor, fields, steward } = await aCase();
  const id = await define(shirt);
  await fillIn({ [id]: 'L' });
  const change = (choices: string[], becomes: object[] = []) =>
    site
      .as(steward)
      .put(`${fields}/${id}`, { ...shirt, purpose: 'For shirts.', sees: 'organizers', choices, becomes });
  const refused = await change(['S', 'M']);
  expect([refused.status, refused.body.fields[0]]).toMatchObject([
    422,
    { name: 'choices', code: 'people.choice-held', message: expect.stringContaining('1 person') },
  ]);
  expect((await change(['S', 'M'], [{ choice: 'L', to: 'XXL' }])).status).toBe(422);
  expect((await change(['S', 'M', 'Large'], [{ choice: 'L', to: 'Large' }])).status).toBe(204);
  expect(await valuesFor(steward)).toEqual({ Shirt: 'Large' });
  expect((await change(['M', 'S'], [{ choice: 'Large', to: 'S' }])).status).toBe(204);
  expect(await valuesFor(steward)).toEqual({ Shirt: 'S' });
  // Two choices may change their names with each other.
  expect(
    (
      await change(
        ['M', 'S'],
        [
          { choice: 'M', to: 'S' },
          { choice: 'S', to: 'M' },
        ],
      )
    ).status,
  ).toBe(204);
  expect(await valuesFor(steward)).toEqual({ Shirt: 'M' });
  expect((await change(['S'], [{ choice: 'M', to: '' }])).status).toBe(204);
  expect(await valuesFor(steward)).toEqual({ Shirt: null });
});

test('a kind stays once people have values', async () => {
  const { site, define, fillIn, fields, steward } = await aCase();
  const id = await define({});
  const change = () =>
    site
      .as(steward)
      .put(`${fields}/${id}`, { name: 'Shift', kind: 'date', purpose: 'Why.', sees: 'organizers' });
  await fillIn({ [id]: 'Mornings' });
  expect((await change()).body.fields[0]).toMatchObject({ name: 'kind', code: 'people.kind-held' });
  await fillIn({ [id]: '' });
  expect((await change()).status).toBe(204);
});

test('fields are counted, ordered, and removed with their values', async () => {
  const { site, define, fillIn, valuesFor, fields, steward } = await aCase();
  const [first, second] = [await define({ name: 'First' }), await define(shirt)];
  await fillIn({ [second]: 'S' });
  expect((await site.as(steward).get(`${fields}/counts`)).body.rows).toEqual([
    { id: first, count: 0, choices: [] },
    { id: second, count: 1, choices: [{ choice: 'S', count: 1 }] },
  ]);
  expect((await site.as(steward).put(`${fields}/${second}/place`, { place: 0 })).status).toBe(204);
  expect(Object.keys(await valuesFor(steward))).toEqual(['Shirt', 'First']);
  expect((await site.as(steward).delete(`${fields}/${second}`)).status).toBe(204);
  expect(await valuesFor(steward)).toEqual({ First: null });
  expect(await site.db.$count(fieldValues)).toBe(0);
});

test('a name is there once, whatever its capitals, and thirty fields are enough', async () => {
  const { site, define, fields, steward } = await aCase();
  await define({ name: 'Van' });
  const ask = (name: string) =>
    site.as(steward).post(fields, { name, kind: 'text', purpose: 'Why.', sees: 'organizers' });
  expect((await ask('VAN')).body.fields[0]).toMatchObject({ name: 'name', code: 'people.field-named' });
  for (let number = 2; number <= 30; number += 1) expect((await ask(`Field ${number}`)).status).toBe(201);
  expect((await ask('One more')).body.code).toBe('people.too-many-fields');
});

test('whoever may not define or fill in does neither, and another group’s field is not there', async () => {
  const { site, define, fields, fillIn, organizer, member, outsider, steward } = await aCase();
  const id = await define({});
  for (const [one, status] of [
    [organizer, 403],
    [member, 404],
    [outsider, 404],
  ] as const) {
    expect((await site.as(one).delete(`${fields}/${id}`)).status).toBe(status);
    expect(
      (await site.as(one).post(fields, { name: 'Mine', kind: 'text', purpose: 'Why.', sees: 'organizers' }))
        .status,
    ).toBe(status);
  }
  for (const one of [member, outsider]) expect((await fillIn({ [id]: 'Mine' }, one)).status).toBe(404);
  const other = await aCrew(site);
  const theirs = await aField(site, { slug: other.group.slug, steward: other.steward });
  expect((await fillIn({ [theirs]: 'Ours' }, steward)).status).toBe(404);
  expect((await site.as(steward).delete(`${fields}/${theirs}`)).status).toBe(404);
});
