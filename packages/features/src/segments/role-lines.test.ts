import { expect, test } from 'vitest';
import { aMember, anOwnRole } from '../groups/fixtures.ts';
import { aCrew } from '../people/fixtures.ts';
import { people } from '../people/tables.ts';
import { newId } from '@groundwork/database';
import { aSite, type TestAnswer } from '../testing.ts';

const namesIn = ({ body }: TestAnswer) => body.rows.map(({ name }: { name: string }) => name).sort();

/** A group whose steward, organizer and members are people of it, and Ana, who is no member; one member has a role of the group's own. */
async function aBody() {
  const site = await aSite();
  const crew = await aCrew(site);
  const press = await aMember(site, crew.group);
  const ownRole = await anOwnRole(site, crew.group, press, ['publish']);
  const watcher = await aMember(site, crew.group);
  await anOwnRole(site, crew.group, watcher, ['see_people', 'contact_people']);
  await site.work();
  await site.db.delete(people);
  const known = { groupId: crew.group.id, language: 'en', source: 'membership' } as const;
  await site.db.insert(people).values([
    { ...known, id: newId(), name: 'Stew', accountId: crew.steward.id },
    { ...known, id: newId(), name: 'Olga', accountId: crew.organizer.id },
    { ...known, id: newId(), name: 'Mem', accountId: crew.member.id },
    { ...known, id: newId(), name: 'Press', accountId: press.id },
    { ...known, id: newId(), name: 'Out', accountId: crew.outsider.id },
    { ...known, id: newId(), name: 'Ana' },
  ]);
  const find = (lines: string, as = crew.organizer) =>
    site.as(as).get(`${crew.path}?lines=${encodeURIComponent(lines)}`);
  return { site, ...crew, press, ownRole, watcher, find };
}

test('people are found by the role with which they are in the group', async () => {
  const { find } = await aBody();
  expect(namesIn(await find('add:role:role=steward'))).toEqual(['Stew']);
  expect(namesIn(await find('add:role:role=organizer'))).toEqual(['Olga']);
  expect(namesIn(await find('add:role:role=member'))).toEqual(['Mem', 'Press']);
  expect(namesIn(await find('only:member;without:role:role=member'))).toEqual(['Olga', 'Stew']);
  expect((await find('add:role:role=captain')).status).toBe(422);
});

test('people are found by a role of the group’s own, which has its name; one that is gone holds nobody', async () => {
  const { site, steward, group, press, ownRole, find } = await aBody();
  const line = `add:role:role=${ownRole}`;
  const found = await find(line);
  expect(namesIn(found)).toEqual(['Press']);
  expect(found.body.lines).toMatchObject([
    { about: expect.stringMatching(/^Role /) as string, isGone: false },
  ]);
  const base = `/groups/${group.slug}`;
  await site.as(steward).patch(`${base}/members/${press.id}`, { ownRoleId: null });
  expect((await site.as(steward).delete(`${base}/roles/${ownRole}`)).status).toBe(204);
  expect(await find(line)).toMatchObject({ body: { rows: [], lines: [{ about: null, isGone: true }] } });
});

test('a role of another group is none', async () => {
  const { site, find } = await aBody();
  const other = await aBodyElsewhere(site);
  expect(await find(`add:role:role=${other}`)).toMatchObject({
    body: { rows: [], lines: [{ about: null, isGone: true }] },
  });
});

test('whoever sees the people and not who has which role finds nobody by one, and learns no name', async () => {
  const { watcher, ownRole, find } = await aBody();
  expect(namesIn(await find('only:member', watcher))).toEqual(['Mem', 'Olga', 'Press', 'Stew']);
  for (const role of ['steward', 'member', ownRole])
    expect(await find(`add:role:role=${role}`, watcher)).toMatchObject({
      body: { rows: [], lines: [{ about: null, isGone: true }] },
    });
});

test('what somebody who sees roles asked the worker for finds by role; of whoever does not, nobody', async () => {
  const { site, organizer, watcher, group, find } = await aBody();
  const run = async (as: typeof organizer, tag: string) => {
    const asked = { kind: 'tag', lines: 'add:role:role=steward' };
    const deeds = `/groups/${group.slug}/people-deeds`;
    const { body } = await site.as(as).post(deeds, asked);
    expect((await site.as(as).put(`${deeds}/${body.id}/approval`, { tag })).status).toBe(202);
    await site.work();
    return namesIn(await find(`add:tagged:tag=${tag}`));
  };
  expect(await run(organizer, 'keys')).toEqual(['Stew']);
  expect(await run(watcher, 'spied')).toEqual([]);
});

async function aBodyElsewhere(site: Awaited<ReturnType<typeof aSite>>) {
  const { group, member } = await aCrew(site);
  return anOwnRole(site, group, member, ['publish']);
}
