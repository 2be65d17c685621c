import { expect, test } from 'vitest';
import { aCrew, aPerson } from '../people/fixtures.ts';
import { aSite, type TestAnswer } from '../testing.ts';

const namesIn = ({ body }: TestAnswer) => body.rows.map(({ name }: { name: string }) => name).sort();

/** Ana, Bo and Cy of a group, and what finds them. */
async function threePeople() {
  const site = await aSite();
  const crew = await aCrew(site);
  const [ana, bo, cy] = [
    await aPerson(site, crew.group, { name: 'Ana' }),
    await aPerson(site, crew.group, { name: 'Bo' }),
    await aPerson(site, crew.group, { name: 'Cy' }),
  ];
  const steward = site.as(crew.steward);
  const correct = async ({ id }: { id: string }, change: object) => {
    expect((await steward.patch(`${crew.path}/${id}`, change)).status).toBe(204);
  };
  const find = (lines: string) => steward.get(`${crew.path}?lines=${encodeURIComponent(lines)}`);
  return { site, ...crew, ana, bo, cy, correct, find };
}

test('people are found by their assessment, or because they have none', async () => {
  const { ana, bo, correct, find } = await threePeople();
  await correct(ana, { assessment: 1 });
  await correct(bo, { assessment: 3 });
  expect(namesIn(await find('add:assessed:least=1:most=2'))).toEqual(['Ana']);
  expect(namesIn(await find('add:assessed:least=3:most=3'))).toEqual(['Bo']);
  expect(namesIn(await find('add:assessed:least=1:most=5'))).toEqual(['Ana', 'Bo']);
  expect(namesIn(await find('only:unassessed'))).toContain('Cy');
  expect(namesIn(await find('without:unassessed'))).toEqual(['Ana', 'Bo']);
});

test('an assessment that ends before it begins, or is none, is refused with its reason', async () => {
  const { find } = await threePeople();
  expect(await find('add:assessed:least=3:most=1')).toMatchObject({
    status: 422,
    body: { fields: [{ name: 'lines', code: 'segments.assessed-backwards' }] },
  });
  for (const odd of ['least=0:most=2', 'least=1:most=6', 'least=1', 'least=two:most=3', 'least=1.5:most=2'])
    expect((await find(`add:assessed:${odd}`)).status, odd).toBe(422);
});

test('people are found by who keeps in touch with them, and somebody who left holds nobody', async () => {
  const { site, group, steward, organizer, ana, bo, correct, find } = await threePeople();
  await correct(ana, { contactId: organizer.id });
  await correct(bo, { contactId: steward.id });
  const theirs = `add:contact:contact=${organizer.id}`;
  const found = await find(theirs);
  expect(namesIn(found)).toEqual(['Ana']);
  expect(found.body.lines).toMatchObject([{ about: organizer.name, isGone: false }]);
  expect(namesIn(await find('without:no-contact'))).toEqual(['Ana', 'Bo']);
  const members = `/groups/${group.slug}/members`;
  expect((await site.as(steward).delete(`${members}/${organizer.id}`)).status).toBe(204);
  expect((await find(theirs)).body).toMatchObject({ rows: [], lines: [{ about: null, isGone: true }] });
  expect(namesIn(await find('without:no-contact'))).toEqual(['Bo']);
});

test('nobody is named in a line who does not see the group’s people', async () => {
  const { member, outsider, find } = await threePeople();
  for (const { id } of [member, outsider])
    expect((await find(`add:contact:contact=${id}`)).body).toMatchObject({
      rows: [],
      lines: [{ about: null, isGone: true }],
    });
});

test('whoever may be held twice is found until somebody decides', async () => {
  const { site, group, steward, find } = await threePeople();
  const base = `/groups/${group.slug}`;
  for (const name of ['Dee', 'Dora']) await aPerson(site, group, { name, phone: '+15105550119' });
  expect(namesIn(await find('add:duplicate'))).toEqual([]);
  await site.as(steward).post(`${base}/duplicate-looks`);
  await site.work();
  expect(namesIn(await find('add:duplicate'))).toEqual(['Dee', 'Dora']);
  const [{ first, second }] = (await site.as(steward).get(`${base}/duplicates`)).body.rows;
  await site.as(steward).post(`${base}/people-apart`, { firstId: first.id, secondId: second.id });
  expect(namesIn(await find('add:duplicate'))).toEqual([]);
});
