import { expect, test } from 'vitest';
import { aPublishedCampaign, aSignature } from '../campaigns/fixtures.ts';
import { aField, fillValues } from '../people/fields/fixtures.ts';
import { aCrew, aPerson } from '../people/fixtures.ts';
import { aSite, type TestAnswer } from '../testing.ts';

const namesIn = ({ body }: TestAnswer) => body.rows.map(({ name }: { name: string }) => name);

async function aCase() {
  const site = await aSite();
  const crew = await aCrew(site);
  const path = `/groups/${crew.group.slug}`;
  const organizer = site.as(crew.organizer);
  const find = (lines: string) => organizer.get(`${path}/people?lines=${encodeURIComponent(lines)}`);
  const count = async (lines: string) =>
    (await organizer.get(`${path}/people-counts?lines=${encodeURIComponent(lines)}`)).body;
  const save = (name: string, lines: string) => organizer.post(`${path}/segments`, { name, lines });
  return { site, ...crew, path, organizer, writer: crew.organizer, find, count, save };
}

test('lines find people from the top, each with how many are left after it', async () => {
  const { site, group, find, count } = await aCase();
  await aPerson(site, group, { name: 'Ana', isSubscribed: true });
  await aPerson(site, group, { name: 'Bea', language: 'es', isSubscribed: true });
  await aPerson(site, group, { name: 'Cem', language: 'es', source: 'import' });
  const lines = 'add:speaking:language=es;add:mailable;without:from:source=import';
  expect(namesIn(await find(lines)).sort()).toEqual(['Ana', 'Bea']);
  expect(await count(lines)).toEqual({ everyone: 3, lines: [2, 3, 2], found: 2, isAbout: false });
  expect(namesIn(await find('')).sort()).toEqual(['Ana', 'Bea', 'Cem']);
  expect(namesIn(await find('only:speaking:language=en'))).toEqual(['Ana']);
});

test('a line names the thing it is about, and says when that is gone', async () => {
  const { site, group, find } = await aCase();
  const campaign = await aPublishedCampaign(site, group);
  await aSignature(site, { path: `/campaigns/${campaign.slug}` }, { name: 'Ana' });
  await aPerson(site, group, { name: 'Bea' });
  const found = await find(`add:signed:campaign=${campaign.id}`);
  expect(namesIn(found)).toEqual(['Ana']);
  expect(found.body.lines).toMatchObject([{ about: campaign.title, isGone: false }]);
  const gone = await find('add:signed:campaign=01900000-0000-7000-8000-000000000001');
  expect(gone.body).toMatchObject({ rows: [], lines: [{ about: null, isGone: true }] });
});

test('a segment is saved, changed and removed, and asks anew each time', async () => {
  const { site, group, path, organizer, find, save } = await aCase();
  const { id } = (await save('Spanish speakers', 'add:speaking:language=es')).body;
  const within = `add:within:segment=${id}`;
  expect(namesIn(await find(within))).toEqual([]);
  await aPerson(site, group, { name: 'Bea', language: 'es' });
  expect(namesIn(await find(within))).toEqual(['Bea']);
  const lines = 'add:speaking:language=en';
  expect((await organizer.put(`${path}/segments/${id}`, { name: 'English', lines })).status).toBe(204);
  expect((await organizer.get(`${path}/segments`)).body.rows).toEqual([
    { id, name: 'English', written: lines },
  ]);
  expect((await organizer.delete(`${path}/segments/${id}`)).status).toBe(204);
  expect((await organizer.get(`${path}/segments`)).body.rows).toEqual([]);
  expect((await find(within)).body).toMatchObject({ rows: [], lines: [{ isGone: true }] });
});

test('no segment stands on itself, on one that stands on it, or on one that is gone', async () => {
  const { path, organizer, save } = await aCase();
  const first = (await save('First', 'add:member')).body.id;
  const second = (await save('Second', `add:within:segment=${first}`)).body.id;
  const change = async (lines: string) =>
    (await organizer.put(`${path}/segments/${first}`, { name: 'First', lines })).body.fields?.[0]?.code;
  expect(await change(`add:within:segment=${first}`)).toBe('segments.holds-itself');
  expect(await change(`add:member;add:within:segment=${second}`)).toBe('segments.holds-itself');
  expect(await change('add:within:segment=01900000-0000-7000-8000-000000000001')).toBe('segments.gone');
  expect((await organizer.delete(`${path}/segments/${first}`)).body.code).toBe('segments.in-use');
  const two = await Promise.all([save('Third', 'add:member'), save('Third', 'add:mailable')]);
  expect(two.map(({ status }) => status).sort()).toEqual([201, 422]);
});

test('what is no line, too much or nothing is refused with its reason', async () => {
  const { find, save } = await aCase();
  for (const wrong of [
    'add',
    'add:flying',
    'take:member',
    'add:came:times=0',
    'add:tagged',
    'add:member:x=1',
    '%',
  ])
    expect((await find(wrong)).status, wrong).toBe(422);
  expect((await find(Array(13).fill('add:member').join(';'))).body.fields[0].code).toBe(
    'segments.too-many-lines',
  );
  expect((await save('Nothing', '')).body.fields[0]).toMatchObject({
    name: 'lines',
    code: 'segments.no-lines',
  });
});

test('no word and no day in an address breaks the question', async () => {
  const { find, count } = await aCase();
  const odd = [
    'add:tagged:tag=%00',
    'add:tagged:tag=%E2%80%8B',
    'add:added:since=0000-01-01',
    'add:added:since=9999-12-31',
  ];
  for (const lines of odd) expect((await find(lines)).status, lines).toBe(422);
  expect((await find('add:tagged:tag=Dri%00ver')).body.written).toBe('add:tagged:tag=dri%20ver');
  expect(await count('only:added:since=1970-01-01')).toMatchObject({ everyone: 0, lines: [0] });
});

test('segments that stand on each other twelve times over are refused before they are written out', async () => {
  const { find, count, save } = await aCase();
  let lines = Array(12).fill('add:member').join(';');
  for (const name of ['First', 'Second']) {
    const saved = await save(name, lines);
    if (name === 'Second') expect(saved.body.fields[0].code).toBe('segments.too-many-within');
    else lines = Array(12).fill(`add:within:segment=${saved.body.id}`).join(';');
  }
  const asked = await find(lines);
  expect([asked.status, asked.body.fields[0].code]).toEqual([422, 'segments.too-many-within']);
  expect((await count(lines)).code).toBe('invalid');
});

test('for whoever may not see the people there is nothing to find, and no segment', async () => {
  const { site, group, path, member, outsider, save } = await aCase();
  await aPerson(site, group, { name: 'Ana' });
  const { id } = (await save('Everyone', 'add:from:source=signature')).body;
  for (const one of [member, outsider]) {
    const asker = site.as(one);
    for (const ask of ['people', 'people-counts', 'segments'])
      expect((await asker.get(`${path}/${ask}`)).status).toBe(404);
    expect((await asker.post(`${path}/segments`, { name: 'Mine', lines: 'add:member' })).status).toBe(404);
    expect((await asker.delete(`${path}/segments/${id}`)).status).toBe(404);
  }
  const other = await aCrew(site);
  expect(
    (await site.as(other.steward).get(`/groups/${other.group.slug}/people?lines=add:within:segment=${id}`))
      .body.rows,
  ).toEqual([]);
});

test('what a field holds is asked in each of its kinds, and what is no number or day is refused', async () => {
  const { site, group, path, steward, writer, find, count } = await aCase();
  const person = await aPerson(site, group, { name: 'Ana' });
  await aPerson(site, group, { name: 'Bo' });
  const field = await aField(site, { slug: group.slug, steward }, { name: 'Rent', kind: 'number' });
  await fillValues(site, writer, {
    path: `${path}/people`,
    personId: person.id,
    values: { [field]: '1200' },
  });
  const line = (does: string) => `add:field:field=${field}:does=${does}`;
  expect((await find(line('least:value=1000'))).body).toMatchObject({
    rows: [{ name: 'Ana' }],
    lines: [{ about: 'Rent', isGone: false }],
  });
  expect((await count(line('most:value=1000'))).lines).toEqual([0]);
  expect((await find(line('least:value=lots'))).body.fields[0]).toMatchObject({
    code: 'people.value-number',
  });
  for (const odd of ['contains:value=12', 'since:value=2026-01-01'])
    expect((await find(line(odd))).body).toMatchObject({ rows: [], lines: [{ about: null, isGone: true }] });
  const lacking = (await find(line('lacks'))).body.rows.map(({ name }: { name: string }) => name);
  expect(lacking).toContain('Bo');
  expect(lacking).not.toContain('Ana');
});

test('a line about a field that is gone says so and holds nobody, and so does one that the viewer may not see', async () => {
  const { site, group, path, steward, writer, save } = await aCase();
  const person = await aPerson(site, group, { name: 'Ana' });
  const secret = { name: 'Status', sees: 'stewards' as const };
  const field = await aField(site, { slug: group.slug, steward }, secret);
  await fillValues(site, steward, {
    path: `${path}/people`,
    personId: person.id,
    values: { [field]: 'Pending' },
  });
  const line = `add:field:field=${field}:does=is:value=Pending`;
  const kept = (await save('Waiting', line)).body.id;
  const names = async (by: { token: string }, lines: string) => {
    const { body } = await site.as(by).get(`${path}/people?lines=${encodeURIComponent(lines)}`);
    return [body.rows.map(({ name }: { name: string }) => name), body.lines[0].isGone];
  };
  const counted = async (by: { token: string }) =>
    (await site.as(by).get(`${path}/people-counts?lines=${encodeURIComponent(line)}`)).body.lines;
  expect(await names(steward, line)).toEqual([['Ana'], false]);
  expect(await names(writer, line)).toEqual([[], true]);
  expect([await counted(steward), await counted(writer)]).toEqual([[1], [0]]);
  // Not through a segment that a steward saved, either; nor by who is left without.
  expect(await names(writer, `add:within:segment=${kept}`)).toEqual([[], false]);
  expect((await names(writer, `without:field:field=${field}:does=lacks`))[0]).toContain('Ana');
  expect((await site.as(steward).delete(`${path}/person-fields/${field}`)).status).toBe(204);
  expect(await names(steward, line)).toEqual([[], true]);
});
