import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { aSite } from '../../testing.ts';
import { aCrew } from '../fixtures.ts';
import { askToImport, peopleOf, sendFile } from './fixtures.ts';

test('a row with a name and a number only is a person, and the same one in the next list', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const file = 'name,phone,tags\nAna Núñez,+34 600 000 001,driver\nANA NÚÑEZ,34600000001,canvass\n';
  for (const [added, known] of [
    [1, 0],
    [0, 1],
  ]) {
    const done = await askToImport(site, group, organizer, { file });
    await site.work();
    expect((await site.as(organizer).get(done.path)).body).toMatchObject({
      addedCount: added,
      knownCount: known,
      repeatedCount: 1,
    });
  }
  expect(await peopleOf(site, path, organizer)).toMatchObject([
    { name: 'Ana Núñez', email: null, tags: ['canvass', 'driver'], mayBeMailed: false },
  ]);
});

test('two lists of phone numbers at the same moment add nobody twice', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const file = 'name,phone\nAna,600 000 001\nSam,600 000 002\n';
  for (let n = 0; n < 2; n += 1) await askToImport(site, group, organizer, { file });
  await Promise.all([site.work(), site.work()]);
  expect(await peopleOf(site, path, organizer)).toHaveLength(2);
});

test('a list without headings loses nobody, and whoever brings it may say that the first row is one', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const file = 'Ana Núñez,ana@example.org\nSam Ortiz,sam@example.org\n';
  const { body } = await sendFile(site, group, organizer, file);
  expect(body).toMatchObject({ headingRow: 0, columns: ['name', 'email'], totalCount: 2, refusedCount: 0 });
  const { encoding, delimiter, consent, id } = body;
  const plan = { encoding, delimiter, consent, headingRow: 1 };
  const otherwise = await site.as(organizer).put(`/groups/${group.slug}/imports/${id}/plan`, plan);
  expect(otherwise.body).toMatchObject({ headers: ['Ana Núñez', 'ana@example.org'], totalCount: 1 });
  await askToImport(site, group, organizer, { file });
  await site.work();
  expect(await peopleOf(site, path, organizer)).toMatchObject([{ name: 'Ana Núñez' }, { name: 'Sam Ortiz' }]);
});

test.each([
  ['under a title', Buffer.from('Volunteers, May\n\nname,email\nJosé Núñez,jose@example.org\n')],
  ['from an old Mac', iconv.encode('name,email\rJosé Núñez,jose@example.org\r', 'macintosh')],
  ['in UTF-16BE', iconv.encode('name,email\nJosé Núñez,jose@example.org\n', 'utf-16be', { addBOM: true })],
  ['with a word about its delimiter', Buffer.from('sep=;\nname;email\nJosé Núñez;jose@example.org\n')],
  ['of formulas that are text', Buffer.from('name,email\nJosé Núñez,="jose@example.org"\n')],
])('a list %s comes in as it was meant', async (_, file) => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  await askToImport(site, group, organizer, { file });
  await site.work();
  expect(await peopleOf(site, path, organizer)).toMatchObject([
    { name: 'José Núñez', email: 'jose@example.org' },
  ]);
});

test('a later row about the same person adds to the first', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const others = Array.from({ length: 2_050 }, (_, n) => `,p${n}@example.org,,\n`).join('');
  const file = `name,email,phone,tags\nAna,ana@example.org,,driver\n${others},ANA@example.org,600 000 001,"night, shift"\n`;
  await askToImport(site, group, organizer, { file });
  await site.work();
  const [ana] = (await site.as(organizer).get(`${path}?search=ana@`)).body.rows;
  expect((await site.as(organizer).get(`${path}/${ana.id}`)).body).toMatchObject({
    name: 'Ana',
    phone: '600 000 001',
    tags: ['driver', 'night', 'shift'],
    history: [{ kind: 'imported' }],
  });
});

test('an unknown column is named, and kept as tags where that is chosen', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const file = 'email,Ward,Came in May\nana@example.org,"North, 3",yes\n';
  const { body } = await sendFile(site, group, organizer, file);
  expect(body).toMatchObject({
    headers: ['email', 'Ward', 'Came in May'],
    columns: ['email', 'none', 'none'],
  });
  await askToImport(site, group, organizer, { file, plan: { columns: ['email', 'asTag', 'asTag'] } });
  await site.work();
  expect(await peopleOf(site, path, organizer)).toMatchObject([{ tags: ['north, 3', 'came in may'] }]);
});

test('the preview shows rows of each kind that is odd, wherever in the file they stand', async () => {
  const site = await aSite();
  const { group, organizer } = await aCrew(site);
  const plain = Array.from({ length: 300 }, (_, n) => `P${n},p${n}@example.org,,yes\n`).join('');
  const odd = [
    'Twice,P0@example.org,,yes',
    'Nobody,nobody,,yes',
    'No,no@example.org,,no',
    'Huh,huh@example.org,,perhaps',
    'Phone,,600 000 001,yes',
    'Two,a@example.org ::: b@example.org,,yes',
  ].join('\n');
  const wrong = iconv.encode('\nNúñez,nunez@example.org,,yes\n', 'windows-1252');
  const file = Buffer.concat([
    Buffer.from(
      `name,email,phone,newsletter\nJosé,jose@example.org,,yes\nÁñá,x@example.org,,yes\n${plain}${odd}`,
    ),
    wrong,
  ]);
  const { body } = await sendFile(site, group, organizer, file);
  const shown = body.sample.map(({ row, remarks }: { row: number; remarks: string[] }) => [row, remarks[0]]);
  expect(shown.slice(0, 4).map(([row]: [number]) => row)).toEqual([2, 3, 4, 5]);
  expect(Object.fromEntries(shown.slice(4))).toEqual({
    304: 'Somebody who comes earlier in the file: what this row adds goes to them.',
    305: 'This does not look like an email address. It should read like name@example.org.',
    306: 'Says no to email.',
    307: 'We do not know “perhaps”, and take it for a no.',
    308: 'A phone number and no address.',
    309: 'Several addresses: mail goes to the first, and the others are kept.',
    310: 'Some letters were written in another encoding. We put them right.',
  });
});

test('a preview’s rows are gone once the list is in', async () => {
  const site = await aSite();
  const { group, organizer } = await aCrew(site);
  const file = 'email,status\nana@example.org,perhaps\n';
  const { path } = await askToImport(site, group, organizer, { file });
  await site.work();
  expect((await site.as(organizer).get(path)).body).toMatchObject({
    sample: [],
    findings: { unclear: [], noes: { unclear: 1 } },
  });
});

test('an empty cell of somebody who comes again says nothing, and a no does', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const rows = ['ana@example.org,yes', 'ana@example.org,', 'sam@example.org,yes', 'sam@example.org,no'];
  const file = `email,newsletter\n${rows.join('\n')}\n`;
  const { body } = await sendFile(site, group, organizer, file);
  expect(body.findings).toMatchObject({ noes: { said: 1, blank: 0 } });
  await askToImport(site, group, organizer, { file, plan: { consent: 'email' } });
  await site.work();
  expect(await peopleOf(site, path, organizer)).toMatchObject([
    { name: 'ana', mayBeMailed: true },
    { name: 'sam', mayBeMailed: false },
  ]);
});
