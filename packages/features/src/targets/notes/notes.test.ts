import { expect, test } from 'vitest';
import { aCoalition, joinCoalition } from '../../coalitions/fixtures.ts';
import { aGroup, aMember } from '../../groups/fixtures.ts';
import { aSite } from '../../testing.ts';
import { anAsk, aTarget, aTargetNote } from '../fixtures.ts';

test('a group’s notes stay with it: no other group of the coalition reads, counts, erases or takes them out', async () => {
  const site = await aSite();
  const coalition = await aCoalition(site);
  const [one, other] = [await aGroup(site, { name: 'One' }), await aGroup(site, { name: 'Other' })] as const;
  for (const group of [one, other]) await joinCoalition(site, coalition, group);
  const target = await aTarget(site, one, { coalition });
  const note = await aTargetNote(site, target, one);
  await anAsk(site, target, one);
  const organizer = await aMember(site, one, 'organizer');
  const { body } = await site.as(organizer).get(`${target.pathFor(one)}/notes`);
  expect(body.rows).toMatchObject([{ body: 'Listens to nurses.', writtenBy: one.steward.name }]);
  for (const group of [other, coalition]) {
    const theirs = site.as(group.steward);
    const path = target.pathFor(group);
    expect((await theirs.get(`${path}/notes`)).body).toEqual({ rows: [], next: null });
    expect((await theirs.delete(`${path}/notes/${note.id}`)).status).toBe(404);
    for (const place of ['', '/asks']) {
      const answer = JSON.stringify((await theirs.get(path + place)).body);
      expect(answer).not.toMatch(/nurses|note(Count|s)"/);
    }
    const taken = await theirs.post(`/groups/${group.slug}/targets/exports`);
    expect([taken.status, taken.body]).toEqual([200, expect.not.stringContaining('nurses')]);
    expect(taken.body).not.toContain('branch');
  }
  expect((await site.as(other.steward).get(`${target.pathFor(one)}/notes`)).status).toBe(404);
  expect((await site.as(organizer).delete(note.path)).status).toBe(204);
  expect((await site.as(organizer).delete(note.path)).status).toBe(404);
});

test('what a group takes out has its targets, what it asked and what it keeps in mind, for who may take people out', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const target = await aTarget(site, group, { name: '=Dana', email: 'mayor@city.example' });
  await anAsk(site, target, group, { promise: 'Soon.' });
  await aTargetNote(site, target, group);
  const path = `/groups/${group.slug}/targets/exports`;
  expect((await site.as(await aMember(site, group, 'organizer')).post(path)).status).toBe(403);
  const { body } = await site.as(group.steward).post(path);
  const lines = String(body).trim().split('\n');
  expect(lines.map((line) => line.split(',')[0])).toEqual(['line', 'target', 'ask', 'note']);
  expect(lines[1]).toContain("'=Dana,Mayor,Riverton,mayor@city.example");
  expect(lines[2]).toContain('Keep the branch open on Saturdays.');
  expect(lines[3]).toContain('Listens to nurses.');
});
