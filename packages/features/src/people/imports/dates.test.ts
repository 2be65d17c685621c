import { assert, constantFrom, integer, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { aSite } from '../../testing.ts';
import { aField } from '../fields/fixtures.ts';
import { aCrew } from '../fixtures.ts';
import { dayWritten, momentWritten } from './dates.ts';
import { askToImport, sendFile } from './fixtures.ts';

test.each([
  ['03/04/2025', undefined, null],
  ['03/04/2025', 'day-first', '2025-04-03'],
  ['03/04/2025', 'month-first', '2025-03-04'],
  ['13/04/2025', 'month-first', '2025-04-13'],
  ['4/13/25', 'day-first', '2025-04-13'],
  ['5.5.2025', undefined, '2025-05-05'],
  ['2025-03-04', 'day-first', '2025-03-04'],
  ['31/02/2025', undefined, null],
  ['13/13/2025', 'day-first', null],
  ['soon', 'day-first', null],
] as const)('the day in %j, read %s, is %s', (cell, order, day) => {
  expect(dayWritten(cell, order)).toBe(day);
});

test('half a day is told apart', () => {
  expect(momentWritten('5/4/2021 11:12 PM', 'month-first')).toEqual(new Date('2021-05-04T23:12:00Z'));
  expect(momentWritten('5/4/2021 12:05 am', 'month-first')).toEqual(new Date('2021-05-04T00:05:00Z'));
});

test('a day comes back as it was written, in either order and with any sign between', () => {
  const orders = constantFrom('day-first', 'month-first');
  const days = tuple(
    integer({ min: 1990, max: 2099 }),
    integer({ min: 1, max: 12 }),
    integer({ min: 1, max: 28 }),
  );
  assert(
    property(orders, constantFrom('/', '.', '-'), days, (order, sign, [year, month, day]) => {
      const parts = order === 'day-first' ? [day, month, year] : [month, day, year];
      const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      expect(dayWritten(parts.join(sign), order)).toBe(iso);
    }),
  );
});

async function aCase() {
  const site = await aSite();
  const crew = await aCrew(site);
  const { group, organizer, path } = crew;
  const send = async (file: string) => (await sendFile(site, group, organizer, file)).body;
  const bringIn = async (file: string, plan: object) => {
    await askToImport(site, group, organizer, { file, plan });
    await site.work();
    const [row] = (await site.as(organizer).get(`${path}?search=ana@example.org`)).body.rows;
    return (await site.as(organizer).get(`${path}/${row.id}`)).body;
  };
  return { site, ...crew, send, bringIn };
}

test('one value of 13 or above says how its whole column is read, and the preview says which', async () => {
  const { send, bringIn } = await aCase();
  const file = 'email,Consent date\nana@example.org,03/04/2021\nbo@example.org,13/04/2021\n';
  expect((await send(file)).findings.dates).toEqual([
    { column: 1, order: 'day-first', because: '13/04/2021', row: 3, example: '03/04/2021', count: 1 },
  ]);
  const { consents } = await bringIn(file, { consent: 'file' });
  expect(consents).toMatchObject([
    { given: 'yes', at: '2021-04-03T00:00:00.000Z', words: 'Consent date: 03/04/2021' },
  ]);
});

test('where nothing says, the preview asks, and the list does not come in without an answer', async () => {
  const { site, group, organizer, send, bringIn } = await aCase();
  const file = 'email,Consent date\nana@example.org,03/04/2021\n';
  const { id, findings } = await send(file);
  expect(findings.dates).toMatchObject([{ order: null, because: '', example: '03/04/2021' }]);
  const refused = await site.as(organizer).put(`/groups/${group.slug}/imports/${id}/approval`);
  expect([refused.status, refused.body.fields[0]]).toMatchObject([
    422,
    { name: 'dateOrder', code: 'people.date-order-needed' },
  ]);
  const { consents } = await bringIn(file, { consent: 'file', dateOrder: 'month-first' });
  expect(consents).toMatchObject([{ given: 'yes', at: '2021-03-04T00:00:00.000Z' }]);
});

test('what was said of the days is kept for the next file of its shape, shown, and can be changed', async () => {
  const { site, group, organizer, send, bringIn } = await aCase();
  const file = (name: string) => `email,Consent date\n${name}@example.org,03/04/2021\n`;
  await bringIn(file('ana'), { consent: 'file', dateOrder: 'month-first' });
  const { id, ...next } = await send(file('bo'));
  expect([next.dateOrder, next.findings.isOrderKept]).toEqual(['month-first', true]);
  expect(next.findings.dates).toMatchObject([{ order: null, example: '03/04/2021' }]);
  const path = `/groups/${group.slug}/imports/${id}`;
  const { encoding, delimiter, headingRow, columns, consent } = next;
  const plan = { encoding, delimiter, headingRow, columns, consent };
  const reread = await site.as(organizer).put(`${path}/plan`, plan);
  expect(reread.body.dateOrder).toBe('month-first');
  const other = await site.as(organizer).put(`${path}/plan`, { ...plan, dateOrder: 'day-first' });
  expect([other.body.dateOrder, other.body.findings.isOrderKept]).toEqual(['day-first', false]);
  expect((await site.as(organizer).put(`${path}/approval`)).status).toBe(202);
  expect((await send(file('cem'))).dateOrder).toBe('day-first');
});

test('a file whose days say how they are read leaves what was kept, which is of no other shape and no other group', async () => {
  const { site, send, bringIn } = await aCase();
  await bringIn('email,Consent date\nana@example.org,03/04/2021\n', { dateOrder: 'month-first' });
  await bringIn('email,Consent date\nana@example.org,13/04/2021\n', {});
  expect((await send('email,Consent date\nbo@example.org,03/04/2021\n')).dateOrder).toBe('month-first');
  expect((await send('email,Agreed at\nbo@example.org,03/04/2021\n')).dateOrder).toBe(null);
  const other = await aCrew(site);
  const elsewhere = await sendFile(
    site,
    other.group,
    other.organizer,
    'email,Consent date\nbo@example.org,03/04/2021\n',
  );
  expect([elsewhere.body.dateOrder, elsewhere.body.findings.isOrderKept]).toEqual([null, false]);
});

test('a column that contradicts itself is asked about, and what is certain in it is read as it is', async () => {
  const { send } = await aCase();
  const file =
    'email,Consent date\na@example.org,03/04/2021\nb@example.org,13/04/2021\nc@example.org,04/13/2021\n';
  expect((await send(file)).findings.dates).toMatchObject([{ order: null, because: '13/04/2021' }]);
});

test('days of a field of the group’s own are read by their whole column', async () => {
  const { site, group, steward, organizer, path, bringIn } = await aCase();
  await aField(site, { slug: group.slug, steward }, { name: 'Born', kind: 'date' });
  const ana = await bringIn('email,Born\nana@example.org,3/4/1990\nbo@example.org,4/13/1990\n', {
    consent: 'none',
  });
  const { body } = await site.as(organizer).get(`${path}/${ana.id}/field-values`);
  expect(body.rows).toMatchObject([{ value: '1990-03-04' }]);
});

test('a no keeps its day and its words, of every way', async () => {
  const { bringIn } = await aCase();
  const file =
    'email,UNSUB_TIME,Do Not Phone,Do Not Mail\nana@example.org,2021-05-04 10:11:12,Yes,2020-01-02\n';
  const { consents } = await bringIn(file, { consent: 'email' });
  expect(consents).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        way: 'email',
        given: 'no',
        words: 'UNSUB_TIME: 2021-05-04 10:11:12',
        at: '2021-05-04T10:11:12.000Z',
      }),
      expect.objectContaining({ way: 'call', given: 'no', words: 'Do Not Phone: Yes' }),
      expect.objectContaining({
        way: 'post',
        given: 'no',
        words: 'Do Not Mail: 2020-01-02',
        at: '2020-01-02T00:00:00.000Z',
      }),
    ]),
  );
});
