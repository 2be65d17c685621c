import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import {
  guessSpelling,
  readFirstRows,
  readRows,
  Unreadable,
  type FileRow,
  type Spelling,
} from './spreadsheet.ts';

const plain: Spelling = { encoding: 'utf-8', delimiter: ',' };
const text = 'name,email\nJosé Núñez,jose@example.org\n';

async function rowsOf(parts: Buffer[], spelling: Spelling = plain): Promise<FileRow[]> {
  const rows: FileRow[] = [];
  for await (const stretch of readRows(parts, spelling)) rows.push(...stretch);
  return rows;
}
const cellsOf = async (file: string, spelling?: Spelling) =>
  (await rowsOf([Buffer.from(file)], spelling)).map(({ cells }) => cells);

test.each([
  ['UTF-8', Buffer.from(text), 'en', 'utf-8'],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'en', 'utf-8'],
  ['what Excel saves in the west', iconv.encode(text, 'windows-1252'), 'es', 'windows-1252'],
  [
    'what Excel saves in Arabic',
    iconv.encode('الاسم,البريد\nمحمد,m@example.org\n', 'windows-1256'),
    'ar',
    'windows-1256',
  ],
  ['what Excel saves as Unicode text', iconv.encode(text, 'utf-16le', { addBOM: true }), 'en', 'utf-16le'],
  ['Unicode text the other way around', iconv.encode(text, 'utf-16be', { addBOM: true }), 'en', 'utf-16be'],
  ['what an old Mac saves', iconv.encode(text.replaceAll('\n', '\r'), 'macintosh'), 'es', 'macintosh'],
  [
    'Windows with its apostrophes and dashes',
    iconv.encode(`${text}O\u2019Brien \u2013 Núñez,o@example.org\n`, 'windows-1252'),
    'en',
    'windows-1252',
  ],
])('%s is recognized and read', async (_, bytes, language, encoding) => {
  const spelling = guessSpelling(bytes, language);
  expect(spelling.encoding).toBe(encoding);
  const [header, row] = await rowsOf([bytes], spelling);
  expect(header?.cells).toEqual(language === 'ar' ? ['الاسم', 'البريد'] : ['name', 'email']);
  expect(row?.cells[0]).toBe(language === 'ar' ? 'محمد' : 'José Núñez');
});

test.each([
  ['name,email\n', ','],
  ['name;email\n', ';'],
  ['name\temail\n', '\t'],
  ['name|email\n', '|'],
  ['"last, first";email\n', ';'],
  ['email\n', ','],
  ['sep=;\nname;email\n', ';'],
  ['"sep=;"\nname,a;email\n', ';'],
  ['\n\n  name;email', ';'],
  ['Volunteers, May\nname;email\nAna;a@example.org\n', ';'],
  ['name;email\nOrtiz, Sam, Jr;s@example.org\nNúñez, Ana;a@example.org\n', ';'],
])('the delimiter of %j is %j', (file, delimiter) => {
  expect(guessSpelling(Buffer.from(file), 'en').delimiter).toBe(delimiter);
});

test('Excel’s line about the delimiter is no row', async () => {
  const spelling = { encoding: 'utf-8', delimiter: ';' } as const;
  expect(await rowsOf([Buffer.from('sep=;\r\nname;email\r\nAna;a@example.org\r\n')], spelling)).toEqual([
    { number: 1, cells: ['name', 'email'], isRepaired: false },
    { number: 2, cells: ['Ana', 'a@example.org'], isRepaired: false },
  ]);
});

test('quoted cells hold line breaks, delimiters and quotation marks', async () => {
  expect(await cellsOf('name,note\n"Ana\nMaría","said ""hi"", twice"\nSam,"a,b"')).toEqual([
    ['name', 'note'],
    ['Ana\nMaría', 'said "hi", twice'],
    ['Sam', 'a,b'],
  ]);
});

test('a quotation mark in the middle of a cell is only a quotation mark', async () => {
  expect(
    await cellsOf('name,email\nJosé "Pepe" Núñez,p@example.org\n"Mo" Ali,m@example.org\n "A, B" , x\n'),
  ).toEqual([
    ['name', 'email'],
    ['José "Pepe" Núñez', 'p@example.org'],
    ['"Mo" Ali', 'm@example.org'],
    ['A, B', 'x'],
  ]);
});

test('line ends may be mixed, rows may be short or long, and the last may lack its end', async () => {
  expect(await cellsOf('name,email\r\nAna,a@example.org,extra\rSam\nZoe,z@example.org')).toEqual([
    ['name', 'email'],
    ['Ana', 'a@example.org', 'extra'],
    ['Sam'],
    ['Zoe', 'z@example.org'],
  ]);
});

test('empty rows are left out, and counted as a spreadsheet counts them', async () => {
  const rows = await rowsOf([
    Buffer.from('name,email\n\nAna,a@example.org\n,,,\n \t\nSam,s@example.org\n\n'),
  ]);
  expect(rows.map(({ number }) => number)).toEqual([1, 3, 6]);
});

test('letters cut between two parts of a file come out whole', async () => {
  for (const encoding of ['utf-8', 'utf-16le', 'windows-1256'] as const) {
    const bytes = iconv.encode('name\nمحمد الحسن\n', encoding);
    const parts = Array.from(bytes, (byte) => Buffer.from([byte]));
    expect((await rowsOf(parts, { encoding, delimiter: ',' }))[1]?.cells).toEqual(['محمد الحسن']);
  }
});

test('the first rows of a file are read without the rest', async () => {
  const long = Buffer.from(`name\n${'Ana\n'.repeat(200_000)}`);
  const cells = async (file: Buffer) => (await readFirstRows(file, plain, 3)).map((row) => row.cells);
  expect(await cells(long)).toEqual([['name'], ['Ana'], ['Ana']]);
  expect(await cells(Buffer.from('name,note\nAna,"cut sh'))).toEqual([['name', 'note']]);
});

test.each([
  ['a workbook', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00])],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d])],
])('%s is unreadable', (_, bytes) => {
  expect(() => guessSpelling(bytes, 'en')).toThrow(Unreadable);
});

test('a quotation that never ends is unreadable, short or long', async () => {
  await expect(rowsOf([Buffer.from('name\n"Ana\nSam\n')])).rejects.toThrow(Unreadable);
  await expect(rowsOf([Buffer.from(`name\n"${'Ana\n'.repeat(100_000)}`)])).rejects.toThrow(Unreadable);
});

test('one wrong byte breaks no other letter, is read as Windows has it, and its row is named', async () => {
  const rows = Array.from({ length: 12 }, (_, n) => `José ${n},j${n}@example.org\n`);
  rows[7] = 'PLACE,p@example.org\n';
  const [before = '', after = ''] = `name,email\n${rows.join('')}`.split('PLACE');
  const wrong = iconv.encode('Núñez', 'windows-1252');
  const file = Buffer.concat([Buffer.from(before), wrong, Buffer.from(after)]);
  const spelling = guessSpelling(file, 'en');
  expect(spelling.encoding).toBe('utf-8');
  for (const parts of [[file], Array.from(file, (byte) => Buffer.from([byte]))]) {
    const read = await rowsOf(parts, spelling);
    expect(read.filter(({ isRepaired }) => isRepaired)).toEqual([
      { number: 9, cells: ['Núñez', 'p@example.org'], isRepaired: true },
    ]);
    expect(read.filter(({ cells }) => cells[0]?.startsWith('José'))).toHaveLength(11);
  }
});

test('a cell that is told to be text is its text', async () => {
  expect(await cellsOf('="0123456789",="y@example.org","=""0034 600""",=1+1\n')).toEqual([
    ['0123456789', 'y@example.org', '0034 600', '=1+1'],
  ]);
});
