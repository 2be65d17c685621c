import { sql, type SQL } from 'drizzle-orm';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { setImmediate as breathe } from 'node:timers/promises';
import { columnsWith, type TableColumn } from './columns.ts';
import type { Exported, Stretches } from './rows.ts';

/** What the database writes where the number of a row belongs: no text holds it. */
const ROW = '\u0003';

/**
 * People as an Excel workbook (ECMA-376) of one sheet. Whatever people typed is text, which no program computes; packed as
 * it is read.
 */
export async function* workbookOf({ fields }: Exported, read: Stretches): AsyncGenerator<Uint8Array> {
  const columns = columnsWith(fields);
  const packed: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    packed.push(chunk);
  });
  for (const [name, xml] of Object.entries(PARTS)) {
    const part = new ZipPassThrough(name);
    zip.add(part);
    part.push(Buffer.from(HEAD + xml), true);
  }
  const sheet = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 6 });
  zip.add(sheet);
  const headings = columns.map(({ name }, index) => headingCell(name, letterOf(index))).join('');
  sheet.push(Buffer.from(`${HEAD}<worksheet ${MAIN}><sheetData><row r="1">${headings}</row>`));
  let number = 1;
  for await (const stretch of read({ select: rowOf(columns), isWhole: true })) {
    const rows = stretch.toString().split('\n').filter(Boolean);
    // A little at a time: packing holds everybody else up.
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const some = rows.slice(from, from + AT_ONCE);
      sheet.push(Buffer.from(some.map((row) => row.replaceAll(ROW, String((number += 1)))).join('')));
      yield* packed.splice(0);
      await breathe();
    }
  }
  sheet.push(Buffer.from('</sheetData></worksheet>'), true);
  zip.end();
  yield* packed.splice(0);
}

/** Rows that are packed in a few milliseconds. */
const AT_ONCE = 250;
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const PARTS = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets><sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};

/** A person's row, as the database writes it; what is empty has no cell. */
function rowOf(columns: TableColumn[]): SQL {
  const cells = columns.map(({ kind, value }, index) => {
    const at = `<c r="${letterOf(index)}${ROW}"`;
    if (kind === 'number') return sql`${`${at}><v>`}::text || ${value} || '</v></c>'`;
    return sql`${`${at} t="inlineStr"><is><t xml:space="preserve">`}::text || ${escaped(sql`nullif(${value}::text, '')`)} || '</t></is></c>'`;
  });
  return sql`concat(${`<row r="${ROW}">`}::text, ${sql.join(cells, sql`, `)}, '</row>')`;
}

/** Characters that XML cannot hold are left out, and what programs would read as one of theirs (`_x0041_`) is not. */
function escaped(text: SQL): SQL {
  const clean = sql`regexp_replace(left(${text}, ${LONGEST_CELL}::int), ${UNHELD}::text, '', 'g')`;
  const literal = sql`regexp_replace(${clean}, '_(x[0-9A-Fa-f]{4}_)', '_x005F_\\1', 'g')`;
  const marks: [string, string][] = [
    ['&', '&amp;'],
    ['<', '&lt;'],
    ['>', '&gt;'],
    ['\n', '&#10;'],
    ['\r', '&#13;'],
  ];
  return marks.reduce((so, [mark, entity]) => sql`replace(${so}, ${mark}::text, ${entity}::text)`, literal);
}

/** Characters of a cell; see Excel's specifications and limits. */
const LONGEST_CELL = 32_767;
const UNHELD = String.raw`[\u0001-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]`;

function headingCell(name: string, letter: string): string {
  const text = name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<c r="${letter}1" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** A, B, … Z, AA: what a column is called. */
function letterOf(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}
