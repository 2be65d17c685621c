import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { aSite } from '../../testing.ts';
import { aCrew } from '../fixtures.ts';
import { countIn, peopleOf, sendFile } from './fixtures.ts';
import { TooMuchUnzipped, unfoldWorkbook } from './unzipping.ts';

type Cell = string | number | boolean | Date | null;
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook as spreadsheets write them. */
function aWorkbook(sheets: Record<string, Cell[][]>): Buffer {
  const names = Object.keys(sheets);
  const parts = Object.entries(sheets).map(([, rows], index) => [
    `xl/worksheets/sheet${index + 1}.xml`,
    strToU8(
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
        .map(
          (cells, row) =>
            `<row r="${row + 1}">${cells.map((cell, at) => cellXml(cell, row, at)).join('')}</row>`,
        )
        .join('')}</sheetData></worksheet>`,
    ),
  ]);
  const listed = names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const related = names.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${TYPES}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const styles = `<Relationship Id="rId99" Type="${TYPES}/styles" Target="styles.xml"/>`;
  return Buffer.from(
    zipSync({
      'xl/workbook.xml': strToU8(
        `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${TYPES}"><sheets>${listed.join('')}</sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related.join('')}${styles}</Relationships>`,
      ),
      'xl/styles.xml': strToU8(
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>',
      ),
      'xl/media/picture.png': strToU8('no cells here'),
      ...Object.fromEntries(parts),
    }),
  );
}

function cellXml(cell: Cell, row: number, at: number) {
  const place = `r="${String.fromCharCode(65 + at)}${row + 1}"`;
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c ${place}><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c ${place} t="b"><v>${Number(cell)}</v></c>`;
  if (cell instanceof Date) return `<c ${place} s="1"><v>${cell.getTime() / 86_400_000 + 25_569}</v></c>`;
  return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${cell}</t></is></c>`;
}

async function aCase() {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const send = (bytes: Buffer, fileName = 'people.xlsx') =>
    sendFile(site, group, organizer, { bytes, fileName });
  return { site, group, organizer, path, send };
}

test('a workbook is read: the first sheet with anything in it, and every kind of cell', async () => {
  const { send } = await aCase();
  const sent = await send(
    aWorkbook({
      Notes: [],
      People: [
        ['Name', 'Email', 'Phone', 'Member', 'Since', 'Says'],
        ['Ana Núñez', 'ana@example.org', 34_600_000_000, true, new Date('2026-03-31'), 'a, b'],
        ['Bo', 'bo@example.org', null, false, null, null],
      ],
      Others: [['x']],
    }),
  );
  expect(sent.status).toBe(201);
  expect(sent.body).toMatchObject({
    headers: ['Name', 'Email', 'Phone', 'Member', 'Since', 'Says'],
    totalCount: 2,
    findings: { sheet: 'People', sheetCount: 2 },
  });
  expect(sent.body.sample.map(({ cells }: { cells: string[] }) => cells)).toEqual([
    ['Ana Núñez', 'ana@example.org', '34600000000', 'true', '2026-03-31', 'a, b'],
    ['Bo', 'bo@example.org', '', 'false'].concat(['', '']),
  ]);
});

test('what unfolds into too much is refused, whatever its headings say', async () => {
  const bomb = Buffer.from(
    zipSync({
      'xl/workbook.xml': strToU8('<workbook/>'),
      'xl/worksheets/sheet1.xml': new Uint8Array(3_000_000),
    }),
  );
  expect(() => unfoldWorkbook(bomb, 2_000_000)).toThrow(TooMuchUnzipped);
  // The sizes that its headings say, of the second part.
  for (const mark of [0x04034b50, 0x02014b50]) {
    for (let at = bomb.indexOf(Buffer.from(new Uint32Array([mark]).buffer)); at >= 0;) {
      bomb.writeUInt32LE(10, at + (mark === 0x04034b50 ? 22 : 24));
      at = bomb.indexOf(Buffer.from(new Uint32Array([mark]).buffer), at + 4);
    }
  }
  expect(() => unfoldWorkbook(bomb, 2_000_000)).toThrow(TooMuchUnzipped);
});

test('a workbook that unfolds into more than 200 MB is refused with what to do', async () => {
  const { send } = await aCase();
  const bomb = zipSync({
    'xl/workbook.xml': strToU8('<workbook/>'),
    'xl/worksheets/sheet1.xml': new Uint8Array(201 * 1_048_576),
  });
  const sent = await send(Buffer.from(bomb));
  expect([sent.status, sent.body.fields[0]]).toMatchObject([
    413,
    { name: 'file', code: 'people.workbook-too-large', message: expect.stringContaining('CSV') },
  ]);
});

test('the sheets of a workbook are named, and another one can be chosen', async () => {
  const { site, group, organizer, path, send } = await aCase();
  const bytes = aWorkbook({
    Empty: [],
    Read: [['What is in here'], ['The list of May']],
    People: [
      ['Full name', 'Email'],
      ['Ana', 'ana@example.org'],
    ],
  });
  const { body } = await send(bytes);
  expect(body.findings).toMatchObject({ sheet: 'Read', sheetCount: 2, sheets: ['Read', 'People'] });
  const { encoding, delimiter, headingRow, columns, consent } = body;
  const import_ = `/groups/${group.slug}/imports/${body.id}`;
  const plan = { encoding, delimiter, headingRow, columns, consent };
  const chosen = await site.as(organizer).put(`${import_}/plan`, { ...plan, sheet: 1 });
  expect(chosen.body).toMatchObject({
    columns: ['name', 'email'],
    totalCount: 1,
    findings: { sheet: 'People', sheets: ['Read', 'People'] },
  });
  expect((await site.as(organizer).put(`${import_}/plan`, { ...plan, sheet: 5 })).body.fields[0].name).toBe(
    'sheet',
  );
  await site.as(organizer).put(`${import_}/approval`);
  await site.work();
  expect(await peopleOf(site, path, organizer)).toMatchObject([{ name: 'Ana', email: 'ana@example.org' }]);
  expect(await countIn(site, 'import_sheets')).toBe(0);
});

test.each([
  ['a PDF', '%PDF-1.7\n', 'people.file-pdf'],
  ['a picture', '\x89PNG\r\n\x1a\n', 'people.file-picture'],
  ['an old workbook', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'people.file-old-workbook'],
  ['a page of the web', '\n<html><table>', 'people.file-web-page'],
  ['a packed file', '\x1f\x8b\x08', 'people.file-packed'],
])('%s is refused with what to do', async (_, beginning, code) => {
  const { send } = await aCase();
  const sent = await send(Buffer.concat([Buffer.from(beginning, 'latin1'), Buffer.alloc(100, 1)]));
  expect([sent.status, sent.body.fields[0].code]).toEqual([422, code]);
});

test('a document, and a workbook that is cut or damaged, are refused with what to do', async () => {
  const { send } = await aCase();
  const whole = aWorkbook({ People: [['email'], ['ana@example.org']] });
  const document = Buffer.from(zipSync({ 'word/document.xml': strToU8('<document/>') }));
  const damaged = Buffer.from(zipSync({ 'xl/workbook.xml': strToU8('<workbook') }));
  for (const bytes of [document, damaged, whole.subarray(0, whole.length >> 1)]) {
    const sent = await send(bytes);
    expect([sent.status, sent.body.fields[0].code]).toEqual([422, 'people.workbook-unreadable']);
  }
});
