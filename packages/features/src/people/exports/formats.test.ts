import readXlsxFile from 'read-excel-file/universal';
import { buffer, text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { findViewer } from '../../accounts/sessions.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aField, fillValues } from '../fields/fixtures.ts';
import { aCrew, aPerson } from '../fixtures.ts';
import { exportPeople, type ExportFormat } from './actions.ts';

const HARD = 'Ana "La Voz" <Núñez> & \\n\\\\ ]]> _x0041_';

async function take(site: TestSite, by: { token: string }, asked: { slug: string; format: ExportFormat }) {
  const viewer = await findViewer(site.ctx(), by.token);
  const { file } = await exportPeople(site.ctx(viewer ?? undefined), asked.slug, {
    format: asked.format,
    stretch: 3,
  });
  return file;
}

async function workbook(site: TestSite, by: { token: string }, slug: string) {
  const bytes = await buffer(await take(site, by, { slug, format: 'xlsx' }));
  const [sheet] = await readXlsxFile(new Blob([new Uint8Array(bytes)]));
  return sheet?.data ?? [];
}

test('people are taken out as one JSON document in the shapes of OSDI', async () => {
  const site = await aSite();
  const { group, steward, path } = await aCrew(site);
  const ana = await aPerson(site, group, { name: HARD, email: 'ana@example.org', isSubscribed: true });
  await site.as(steward).put(`${path}/${ana.id}/tags`, { tags: ['driver'] });
  await site.as(steward).put(`${path}/${ana.id}/contact-points`, { email: 'work@example.org' });
  await site.as(steward).put(`${path}/${ana.id}/address`, { street: 'Linden St 204', city: 'Oakland' });
  const shift = await aField(site, { slug: group.slug, steward }, { name: 'Shift' });
  await fillValues(site, steward, { path, personId: ana.id, values: { [shift]: '=Mornings' } });
  await aPerson(site, group, { name: 'Sam', email: 'sam@example.org' });
  const { body, headers } = await site.as(steward).post(`${path}/exports?format=json`);
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
  expect(headers['content-disposition']).toContain(`${group.slug}-people.json`);
  const found = typeof body === 'string' ? JSON.parse(body) : body;
  const moment = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  expect(found).toMatchObject({ total_records: 2, page: 1, total_pages: 1 });
  expect(found._embedded['osdi:people'][0]).toEqual({
    identifiers: [`groundwork:${ana.id}`],
    name: HARD,
    created_date: moment,
    modified_date: moment,
    languages_spoken: ['en'],
    email_addresses: [
      { primary: true, address: 'ana@example.org', status: 'subscribed' },
      { primary: false, address: 'work@example.org', status: 'subscribed' },
    ],
    phone_numbers: [],
    postal_addresses: [{ primary: true, address_lines: ['Linden St 204'], locality: 'Oakland' }],
    custom_fields: { Shift: '=Mornings' },
    groundwork: {
      tags: ['driver'],
      source: 'signature',
      do_not_contact: false,
      do_not_post: false,
      do_not_share: false,
    },
  });
  const sam = found._embedded['osdi:people'][1];
  expect(sam.email_addresses).toEqual([
    { primary: true, address: 'sam@example.org', status: 'unsubscribed' },
  ]);
});

test('people are taken out as a workbook, in which what was typed is text', async () => {
  const site = await aSite();
  const { group, steward, path } = await aCrew(site);
  const shift = await aField(site, { slug: group.slug, steward }, { name: 'Shift <late>' });
  const rent = await aField(site, { slug: group.slug, steward }, { name: 'Rent', kind: 'number' });
  const tricks = ['=1+1', HARD, '+1 555', '-2', '@SUM(A1)', '0012'];
  for (const [place, name] of tricks.entries()) {
    const { id } = await aPerson(site, group, { name, email: `p${place}@example.org` });
    await fillValues(site, steward, { path, personId: id, values: { [shift]: name, [rent]: '-3.5' } });
  }
  const [headings = [], ...rows] = await workbook(site, steward, group.slug);
  expect(headings.slice(0, 3)).toEqual(['name', 'email', 'phone']);
  expect(headings.slice(-2)).toEqual(['Shift <late>', 'Rent']);
  const names = rows.map((row) => String(row[0]).replaceAll('_x005F_', '_'));
  expect(names).toEqual(tricks);
  expect(rows.map((row) => row[1])).toEqual(tricks.map((_, place) => `p${place}@example.org`));
  expect(rows.map((row) => row.at(-1))).toEqual(tricks.map(() => -3.5));
  const answer = await site.as(steward).post(`${path}/exports?format=xlsx`);
  expect(answer.headers['content-type']).toContain('spreadsheetml');
});

test.each(['csv', 'json', 'xlsx'] as const)('a group without people gives a whole %s', async (format) => {
  const site = await aSite();
  const { group, steward } = await aCrew(site);
  if (format === 'xlsx') expect(await workbook(site, steward, group.slug)).toHaveLength(1);
  else {
    const written = await text(await take(site, steward, { slug: group.slug, format }));
    if (format === 'json') expect(JSON.parse(written)).toMatchObject({ total_records: 0 });
    else expect(written.trim().split('\n')).toHaveLength(1);
  }
});

test('nobody is left out or told twice, and only stewards take anything out', async () => {
  const site = await aSite();
  const { group, steward, organizer, path } = await aCrew(site);
  const other = await aCrew(site);
  await aPerson(site, other.group, { email: 'elsewhere@example.org' });
  const emails: string[] = [];
  for (let place = 0; place < 10; place += 1) {
    emails.push(`p${place}@example.org`);
    await aPerson(site, group, { email: `p${place}@example.org` });
  }
  const found = JSON.parse(await text(await take(site, steward, { slug: group.slug, format: 'json' })));
  expect(found.total_records).toBe(10);
  const told = found._embedded['osdi:people'].map(
    (person: { email_addresses: { address: string }[] }) => person.email_addresses[0]?.address,
  );
  expect(told).toEqual(emails);
  const [, ...rows] = await workbook(site, steward, group.slug);
  expect(rows.map((row) => row[1])).toEqual(emails);
  for (const format of ['json', 'xlsx', 'csv'])
    expect((await site.as(organizer).post(`${path}/exports?format=${format}`)).status).toBe(403);
  expect((await site.as(steward).post(`${path}/exports?format=pdf`)).status).toBe(400);
});
