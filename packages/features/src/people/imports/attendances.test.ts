import { expect, test } from 'vitest';
import { aSite, type TestSite } from '../../testing.ts';
import { aCrew } from '../fixtures.ts';
import { attendanceReader } from './attendances.ts';
import { askToImport } from './fixtures.ts';

type Line = { kind: string; label: string | null; at: string };
type Viewer = { token: string };

const HEAD = 'id,event_id,event_title,timeslot_start_date,attended,given_name,email_address\n';
const TWICE = `${HEAD}1,9,Assembly,1638000000,true,Ana,ana@example.org
2,9,Assembly,1638000000,true,Ana,ana@example.org
3,8,Picnic,2022-05-01 10:00:00,yes,Ana,ana@example.org
4,9,Assembly,1638000000,false,Sam,sam@example.org\n`;

async function attendancesOf(site: TestSite, path: string, viewer: Viewer, search: string) {
  const { body: people } = await site.as(viewer).get(`${path}?search=${search}@example.org`);
  const [person] = people.rows;
  if (!person) return null;
  const { body } = await site.as(viewer).get(`${path}/${person.id}/history?kind=events`);
  return body.rows.map(({ kind, label, at }: Line) => `${kind} ${label} ${at.slice(0, 10)}`);
}

test.each([
  ['true', 'came'],
  ['Checked In', 'came'],
  ['2021-05-05T10:11:12.123Z', 'came'],
  ['✓', 'came'],
  ['Asistió', 'came'],
  ['false', 'not'],
  ['Attending', 'not'],
  ['REGISTERED', 'not'],
  ['', 'not'],
  ['perhaps', 'odd'],
])('a cell that says %j says: %s', (cell, says) => {
  const remarks: Parameters<ReturnType<typeof attendanceReader>>[1] = [];
  const read = attendanceReader({ columns: ['came'], dateOrders: new Map() });
  const came = read(() => cell, remarks).length > 0;
  expect(remarks.length > 0 ? 'odd' : came ? 'came' : 'not').toBe(says);
});

test('who came is told in their history, for each time and on its day, and counted before', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const { path: own } = await askToImport(site, group, organizer, { file: TWICE });
  expect((await site.as(organizer).get(own)).body.findings.cameCount).toBe(3);
  await site.work();
  expect(await attendancesOf(site, path, organizer, 'ana')).toEqual([
    'came-elsewhere Picnic 2022-05-01',
    'came-elsewhere Assembly 2021-11-27',
  ]);
  expect(await attendancesOf(site, path, organizer, 'sam')).toEqual([]);
});

test('the same list again says nothing twice, also where it names no event and no day', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const bare = 'Order #,First Name,Email,Attendee Status\n1,Ana,ana@example.org,Checked In\n';
  for (const file of [TWICE, bare, TWICE, bare]) {
    await askToImport(site, group, organizer, { file });
    await site.work();
  }
  const told = await attendancesOf(site, path, organizer, 'ana');
  expect(told).toHaveLength(3);
  expect(told.filter((line: string) => line.includes('lista de mayo '))).toHaveLength(1);
});

test('taken back, it goes with the list, and stays while another list says it too', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  await site.as(organizer).post(path, { name: 'Ana', email: 'ana@example.org' });
  const first = await askToImport(site, group, organizer, { file: TWICE });
  await site.work();
  const second = await askToImport(site, group, organizer, {
    file: `${HEAD}1,9,Assembly,1638000000,true,Ana,ana@example.org\n`,
  });
  await site.work();
  await site.as(organizer).put(`${first.path}/undoing`);
  await site.work();
  expect(await attendancesOf(site, path, organizer, 'ana')).toEqual(['came-elsewhere Assembly 2021-11-27']);
  expect(await attendancesOf(site, path, organizer, 'sam')).toBeNull();
  await site.as(organizer).put(`${second.path}/undoing`);
  await site.work();
  expect(await attendancesOf(site, path, organizer, 'ana')).toEqual([]);
});

test('an event’s name and day are offered as any column where nothing says who came', async () => {
  const site = await aSite();
  const { group, organizer } = await aCrew(site);
  const { path } = await askToImport(site, group, organizer, {
    file: 'email,Event Name\nana@example.org,Assembly\n',
  });
  const { body } = await site.as(organizer).get(path);
  expect([body.columns, body.known]).toEqual([
    ['email', 'none'],
    ['heading', 'not'],
  ]);
});
