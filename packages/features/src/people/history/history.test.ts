import { expect, test } from 'vitest';
import { aSite } from '../../testing.ts';
import { noteHistory } from '../actions.ts';
import { aCrew, aPerson } from '../fixtures.ts';
import { sendFile } from '../imports/fixtures.ts';

type Line = { kind: string; url: string | null; label: string | null };
const kinds = ({ body }: { body: { rows: Line[] } }) => body.rows.map(({ kind }) => kind);

test('one history tells what they did and what was done with their record, newest first', async () => {
  const site = await aSite();
  const { organizer, path } = await aCrew(site);
  const { body } = await site
    .as(organizer)
    .post(path, { name: 'Ruth', email: 'ruth@example.org', saidYes: 'paper' });
  const own = `${path}/${body.id}`;
  await site.as(organizer).patch(own, { assessment: 1 });
  await site.as(organizer).post(`${own}/notes`, { body: 'Has a van.' });
  const told = await site.as(organizer).get(`${own}/history`);
  expect(kinds(told)).toEqual(['noted', 'corrected', 'subscribed', 'added']);
  expect(kinds(await site.as(organizer).get(`${own}/history?kind=mail`))).toEqual(['subscribed']);
  expect(kinds(await site.as(organizer).get(`${own}/history?kind=events`))).toEqual([]);
  expect((await site.as(organizer).get(`${own}/history?kind=nonsense`)).status).toBe(400);
});

test('its pages repeat and skip nothing, also within one moment', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const sam = await aPerson(site, group);
  await site.ctx().change((tx) => {
    for (let n = 0; n < 7; n += 1)
      noteHistory(tx, { groupId: group.id, personId: sam.id, kind: 'came', label: `Meeting ${n}` });
  });
  const labels: (string | null)[] = [];
  let next: string | null = '';
  while (next !== null) {
    const after: string = next;
    const { body } = await site.as(organizer).get(`${path}/${sam.id}/history?limit=3&after=${after}`);
    labels.push(...body.rows.map(({ label }: Line) => label));
    next = body.next;
  }
  expect(labels.toSorted()).toEqual(Array.from({ length: 7 }, (_, n) => `Meeting ${n}`));
});

test('a line leads to its thing where the viewer may see that', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const other = await aCrew(site);
  const sam = await aPerson(site, group);
  const list = 'name,email\nAna,ana@example.org';
  const [ours, theirs] = [
    (await sendFile(site, group, organizer, list)).body,
    (await sendFile(site, other.group, other.organizer, list)).body,
  ];
  await site.ctx().change((tx) => {
    for (const { id } of [ours, theirs])
      noteHistory(tx, {
        groupId: group.id,
        personId: sam.id,
        kind: 'imported',
        subjectId: id,
        label: 'A list',
      });
  });
  const { body } = await site.as(organizer).get(`${path}/${sam.id}/history`);
  const urls = body.rows.map(({ url }: Line) => url);
  expect(urls).toContain(`${path}/import/${ours.id}`);
  expect(urls).toContain(null);
});

test('nobody else sees a person’s history', async () => {
  const site = await aSite();
  const { group, member, path } = await aCrew(site);
  const other = await aCrew(site);
  const sam = await aPerson(site, group);
  expect((await site.as(member).get(`${path}/${sam.id}/history`)).status).toBe(404);
  expect((await site.as(other.steward).get(`${other.path}/${sam.id}/history`)).status).toBe(404);
});

test('a note of having spoken with somebody says how, in the history too', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const sam = await aPerson(site, group);
  const own = `${path}/${sam.id}`;
  for (const contactedBy of ['call', 'meeting', ''])
    expect((await site.as(organizer).post(`${own}/notes`, { body: 'Will come.', contactedBy })).status).toBe(
      201,
    );
  expect((await site.as(organizer).post(`${own}/notes`, { body: 'x', contactedBy: 'pigeon' })).status).toBe(
    422,
  );
  const { body } = await site.as(organizer).get(`${own}/notes`);
  expect(body.rows.map(({ contactedBy }: { contactedBy: string | null }) => contactedBy)).toEqual([
    null,
    'meeting',
    'call',
  ]);
  expect(kinds(await site.as(organizer).get(`${own}/history?kind=contact`))).toEqual(['met', 'called']);
});
