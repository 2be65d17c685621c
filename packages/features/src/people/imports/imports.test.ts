import { sql } from 'drizzle-orm';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { aSite } from '../../testing.ts';
import { aCrew, aPerson } from '../fixtures.ts';
import { askToImport, countIn, peopleOf, sendFile } from './fixtures.ts';

const csv = 'Full name,Email,Tags\nAna Núñez,ana@example.org,driver\nSam Ortiz,sam@example.org,\n';

test('a file is shown as it is read, and nobody is added before it is applied', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const sent = await sendFile(site, group, organizer, csv);
  expect(sent.status).toBe(201);
  expect(sent.body).toMatchObject({
    fileName: 'lista de mayo.csv',
    state: 'preview',
    encoding: 'utf-8',
    delimiter: ',',
    headers: ['Full name', 'Email', 'Tags'],
    headingRow: 1,
    columns: ['name', 'email', 'tags'],
    consent: 'none',
    totalCount: 2,
    refusedCount: 0,
    repeatedCount: 0,
    sample: [
      { row: 2, cells: ['Ana Núñez', 'ana@example.org', 'driver'], remarks: [] },
      { row: 3, cells: ['Sam Ortiz', 'sam@example.org', ''], remarks: [] },
    ],
    refusals: [],
  });
  await site.work();
  expect(await peopleOf(site, path, organizer)).toEqual([]);
});

test('an applied file adds its people with their history, and the file itself is gone', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const done = await askToImport(site, group, organizer, { file: csv });
  expect((await site.as(organizer).get(done.path)).body).toMatchObject({ state: 'asked', doneCount: 0 });
  await site.work();
  expect((await site.as(organizer).get(done.path)).body).toMatchObject({
    state: 'done',
    doneCount: 2,
    addedCount: 2,
    knownCount: 0,
    sample: [],
  });
  const [ana] = await peopleOf(site, path, organizer);
  expect(ana).toMatchObject({ name: 'Ana Núñez', source: 'import', tags: ['driver'], mayBeMailed: false });
  expect((await site.as(organizer).get(`${path}/${ana?.id}`)).body).toMatchObject({
    consents: [],
    history: [{ kind: 'imported', label: 'lista de mayo.csv' }],
  });
  expect((await site.db.execute(sql`select from import_files`)).rowCount).toBe(0);
  const { rows } = await site.db.execute(sql`select data from journal where kind = 'people.imported'`);
  expect(rows).toEqual([{ data: { addedCount: 2, knownCount: 0 } }]);
});

test('members, strangers and outsiders bring nobody in, and see no import', async () => {
  const site = await aSite();
  const { group, organizer, member, outsider } = await aCrew(site);
  const { path } = await askToImport(site, group, organizer, { file: csv });
  for (const one of [member, outsider]) {
    expect((await sendFile(site, group, one, csv)).status).toBe(404);
    expect((await site.as(one).get(`/groups/${group.slug}/imports`)).status).toBe(404);
    for (const deed of ['plan', 'approval', 'undoing']) {
      const plan = { encoding: 'utf-8', delimiter: ',', headingRow: 1, columns: [], consent: 'none' };
      expect((await site.as(one).put(`${path}/${deed}`, deed === 'plan' ? plan : undefined)).status).toBe(
        404,
      );
    }
    expect((await site.as(one).get(path)).status).toBe(404);
  }
  expect((await sendFile(site, group, { token: '' }, csv)).status).toBe(401);
});

test('an import is not there under another group’s address', async () => {
  const site = await aSite();
  const { group, organizer } = await aCrew(site);
  const other = await aCrew(site);
  const { id } = await askToImport(site, group, organizer, { file: csv });
  expect((await site.as(other.organizer).get(`/groups/${other.group.slug}/imports/${id}`)).status).toBe(404);
});

test.each([
  [
    'UTF-8 with a mark, semicolons and Windows line ends',
    Buffer.from('\ufeffNombre;Correo electrónico\r\nJosé Núñez;jose@example.org\r\n'),
  ],
  ['Windows-1252', iconv.encode('nombre,correo\nJosé Núñez,jose@example.org\n', 'windows-1252')],
  [
    'UTF-16 with tabs',
    iconv.encode('Name\tE-mail\r\nJosé Núñez\tjose@example.org\r\n', 'utf-16le', { addBOM: true }),
  ],
])('%s comes in as it was meant', async (_, file) => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  await askToImport(site, group, organizer, { file });
  await site.work();
  expect(await peopleOf(site, path, organizer)).toMatchObject([
    { name: 'José Núñez', email: 'jose@example.org' },
  ]);
});

test('encoding, delimiter and columns are corrected by hand', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const file = iconv.encode('من|أين\nمحمد الحسن|m at example\nمنى|m@example.org\n', 'windows-1256');
  const sent = await sendFile(site, group, organizer, file);
  expect(sent.body).toMatchObject({ columns: ['none', 'none'], refusedCount: 2 });
  const place = `/groups/${group.slug}/imports/${sent.body.id}`;
  const refused = await site.as(organizer).put(`${place}/approval`);
  expect([refused.status, refused.body.fields[0].name]).toEqual([422, 'columns']);

  const columns = ['name', 'email'];
  const plan = { encoding: 'windows-1256', delimiter: '|', headingRow: 1, columns, consent: 'none' };
  const planned = await site.as(organizer).put(`${place}/plan`, plan);
  expect(planned.body).toMatchObject({
    headers: ['من', 'أين'],
    sample: [{ row: 2 }, { row: 3, cells: ['منى', 'm@example.org'], remarks: [] }],
    totalCount: 2,
    refusedCount: 1,
  });
  await site.as(organizer).put(`${place}/approval`);
  await site.work();
  expect(await peopleOf(site, path, organizer)).toMatchObject([{ name: 'منى', email: 'm@example.org' }]);
  expect((await site.as(organizer).put(`${place}/plan`, plan)).status).toBe(409);
  expect((await site.as(organizer).put(`${place}/approval`)).status).toBe(409);
});

test('rows that cannot be taken are named by the number a spreadsheet gives them, and the rest comes in', async () => {
  const site = await aSite();
  const { group, organizer } = await aCrew(site);
  const file = `name,email
Ana,ana@example.org

"Two
lines",nobody
Sam,
Ana again,ANA@example.org
${'x'.repeat(121)},x@example.org
Zoe,zoe@example.org
Nil,nil@`;
  const { path } = await askToImport(site, group, organizer, { file });
  const { body } = await site.as(organizer).get(path);
  expect(body).toMatchObject({ totalCount: 7, refusedCount: 4, repeatedCount: 1 });
  expect(body.refusals).toMatchObject([
    { row: 4, field: 'email' },
    { row: 5, field: 'email', message: 'There is no address and no phone number.' },
    { row: 7, field: 'name', message: 'This is too long: 120 characters at most.' },
    { row: 9, field: 'email' },
  ]);
  await site.work();
  expect((await site.as(organizer).get(path)).body).toMatchObject({
    doneCount: 7,
    addedCount: 2,
    knownCount: 0,
    refusedCount: 4,
    repeatedCount: 1,
  });
});

test('people who were known keep their name, gain tags and a phone, and are not added twice', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const sam = await aPerson(site, group, { email: 'sam@example.org', name: 'Sam Ortiz' });
  await site.as(organizer).put(`${path}/${sam.id}/tags`, { tags: ['marshal'] });
  const file =
    'name,email,phone,tags\nMallory,SAM@example.org,555 01,"driver, marshal"\nZoe,zoe@example.org,,\n';
  const { path: place } = await askToImport(site, group, organizer, { file });
  await site.work();
  expect((await site.as(organizer).get(place)).body).toMatchObject({ addedCount: 1, knownCount: 1 });
  expect((await site.as(organizer).get(`${path}/${sam.id}`)).body).toMatchObject({
    name: 'Sam Ortiz',
    source: 'signature',
    phone: '555 01',
    tags: ['driver', 'marshal'],
    history: [{ kind: 'imported' }],
  });
});

test('a tick that everyone agreed is a yes for those who never answered, and never overrides a no', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const said = await aPerson(site, group, { email: 'ana@example.org', isSubscribed: true });
  await site.as(null).delete(`/subscriptions/${said.unsubscribe}`);
  await askToImport(site, group, organizer, { file: csv, plan: { consent: 'email' } });
  await site.work();
  const [sam] = (await site.as(organizer).get(`${path}?search=sam@`)).body.rows;
  expect((await site.as(organizer).get(`${path}/${sam.id}`)).body.consents).toMatchObject([
    { given: 'yes', how: 'import' },
  ]);
  expect((await site.as(organizer).get(`${path}/${said.id}`)).body.consents).toMatchObject([
    { given: 'no', how: 'unsubscribe-link' },
  ]);
});

test('people are written to in the language their row says, else the organizer’s', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  await askToImport(site, group, organizer, { file: 'email,language\na@example.org,AR\nb@example.org,\n' });
  await site.work();
  const [a, b] = await peopleOf(site, path, organizer);
  expect((await site.as(organizer).get(`${path}/${a?.id}`)).body.language).toBe('ar');
  expect((await site.as(organizer).get(`${path}/${b?.id}`)).body.language).toBe('en');
});

test('more rows than the limit, and files that are no text in columns, are refused beside the file', async () => {
  const site = await aSite();
  const { group, organizer } = await aCrew(site);
  const tooMany = await sendFile(site, group, organizer, `email\n${'a@example.org\n'.repeat(100_001)}`);
  expect([tooMany.status, tooMany.body.fields[0].code]).toEqual([413, 'people.too-many-rows']);
  const unreadable = ['', '\n\n', 'email\n"a@example.org\n'].map((file) => [file, 'people.file-unreadable']);
  const packed = [Buffer.from('PK\u0003\u0004\u0000\u0000'), 'people.workbook-unreadable'] as const;
  for (const [file = '', code] of [packed, ...unreadable]) {
    const refused = await sendFile(site, group, organizer, file);
    expect([refused.status, refused.body.fields[0].code]).toEqual([422, code]);
  }
  expect(await countIn(site, 'imports')).toBe(0);
});

test('imports are listed newest first, page by page', async () => {
  const site = await aSite();
  const { group, organizer } = await aCrew(site);
  const ids: string[] = [];
  for (let n = 0; n < 3; n++) ids.push((await sendFile(site, group, organizer, csv)).body.id);
  const first = await site.as(organizer).get(`/groups/${group.slug}/imports?limit=2`);
  const second = await site
    .as(organizer)
    .get(`/groups/${group.slug}/imports?limit=2&after=${first.body.next}`);
  expect([...first.body.rows, ...second.body.rows].map(({ id }) => id)).toEqual(ids.toReversed());
});

test('a file that was looked at and never applied is dropped after a week', async () => {
  const site = await aSite();
  const { group, organizer } = await aCrew(site);
  await sendFile(site, group, organizer, csv);
  await askToImport(site, group, organizer, { file: csv });
  await site.sweep('people.forget-unapplied-imports');
  expect(await countIn(site, 'imports')).toBe(2);
  await site.db.execute(sql`update imports set started_at = now() - interval '8 days'`);
  await site.sweep('people.forget-unapplied-imports');
  expect(await countIn(site, 'imports')).toBe(1);
  await site.sweep('people.forget-unapplied-imports');
  const said = await site.db.execute(
    sql`select group_id, data from journal where kind = 'people.imports-forgotten'`,
  );
  expect(said.rows).toEqual([{ group_id: group.id, data: { count: 1 } }]);
});

test.each([
  ['en', 'split it'],
  ['es', 'divídelo'],
  ['ar', 'CSV'],
])('a file that is too large is refused with what to do, in %s', async (language, remedy) => {
  const site = await aSite();
  const { group, organizer } = await aCrew(site);
  const reply = await site.app.inject({
    method: 'POST',
    url: `/api/v1/groups/${group.slug}/imports?fileName=all.csv`,
    headers: {
      origin: site.house.settings.publicUrl,
      host: new URL(site.house.settings.publicUrl).host,
      'content-type': 'text/csv',
      'content-length': String(32 * 1_048_576 + 1),
      'accept-language': language,
    },
    cookies: { session: organizer.token },
    payload: Buffer.alloc(32 * 1_048_576 + 1, 'a'),
  });
  const body = reply.json<{ code: string; fields: { name: string; message: string }[] }>();
  expect([reply.statusCode, body.code]).toEqual([413, 'people.file-too-large']);
  expect(body.fields).toMatchObject([{ name: 'file', message: expect.stringContaining(remedy) }]);
  expect(body.fields[0]?.message).toContain('32');
});

test('a file’s name that is too long is cut, and still tells that everyone in it is out', async () => {
  const site = await aSite();
  const { group, organizer } = await aCrew(site);
  const fileName = `unsubscribed_${'long '.repeat(60)}😀.csv`;
  const sent = await sendFile(site, group, organizer, { bytes: 'email\nana@example.org\n', fileName });
  expect(sent.status).toBe(201);
  expect(sent.body.consent).toBe('no');
  expect(sent.body.fileName).toHaveLength(200);
});
