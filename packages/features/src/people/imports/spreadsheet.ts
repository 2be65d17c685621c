import { parse, CsvError } from 'csv-parse';
import iconv from 'iconv-lite';
import { isUtf8 } from 'node:buffer';
import { finished } from 'node:stream/promises';
import { setImmediate as breathe } from 'node:timers/promises';

export const encodings = [
  'utf-8',
  'utf-16le',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1256',
] as const;
export const delimiters = [',', ';', '\t', '|'] as const;
export type Encoding = (typeof encodings)[number];

/** How a file is written: its encoding and what stands between its columns. */
export type Spelling = { encoding: Encoding; delimiter: (typeof delimiters)[number] };
/** The bytes of a file, in order, in parts of any size. */
export type Parts = Iterable<Buffer> | AsyncIterable<Buffer>;
/** One row, numbered as a spreadsheet does: the first is 1, and empty ones count. */
export type Row = { number: number; cells: string[] };

/** This is no text in columns: a workbook, a picture, or a quotation that never ends. */
export class Unreadable extends Error {}

/**
 * Guesses how a file is written. UTF-8 is certain when every byte sequence is valid; anything else is taken for the
 * Windows encoding of the organizer's language, which they can correct by hand. Throws Unreadable for what is no text.
 */
export function guessSpelling(bytes: Buffer, language: string): Spelling {
  const encoding = guessEncoding(bytes, language);
  const text = iconv.decode(bytes.subarray(0, SLICE), encoding);
  if (text.includes('\0')) throw new Unreadable();
  const [firstLine = ''] = text.trimStart().split(/[\r\n]/, 1);
  const told = delimiters.find((one) => one === HINT.exec(firstLine)?.[1]);
  const counted = delimiters.map((one) => ({
    one,
    count: firstLine.replaceAll(/"[^"]*"/g, '').split(one).length,
  }));
  const [most] = counted.sort((a, b) => b.count - a.count);
  return { encoding, delimiter: told ?? most?.one ?? ',' };
}

/**
 * The rows of a file in short stretches, so that a large one is never held as text at once and everybody else is served
 * in between. Rows with nothing in them are left out. Throws Unreadable.
 */
export async function* readRows(parts: Parts, spelling: Spelling): AsyncGenerator<Row[]> {
  let number = 0;
  for await (const stretch of readCells(parts, spelling)) {
    if (number === 0 && HINT.test(stretch[0]?.join(spelling.delimiter) ?? '')) stretch.shift();
    const rows = stretch.map((cells) => ({ number: ++number, cells }));
    yield rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
    await breathe();
  }
}

/** Up to `count` rows of a file's beginning; the last may be cut short where the beginning ends. Throws Unreadable. */
export async function readFirstRows(
  beginning: Buffer,
  spelling: Spelling,
  count: number,
): Promise<string[][]> {
  const found: string[][] = [];
  try {
    for await (const rows of readRows([beginning.subarray(0, BEGINNING)], spelling)) {
      found.push(...rows.map(({ cells }) => cells));
      if (found.length >= count) break;
    }
  } catch (error) {
    if (found.length === 0) throw error;
  }
  return found.slice(0, count);
}

/** Bytes of a file that are enough to look at its first rows. */
export const BEGINNING = 262_144;
/** Bytes read in one go: some milliseconds of work. */
const SLICE = 65_536;
/** Characters; a row that is longer lacks a closing quotation mark. */
const LONGEST_ROW = 200_000;
/** What Excel writes above a file, and reads, to say what stands between columns. */
const HINT = /^"?sep=(.)"?\1?$/i;

async function* readCells(parts: Parts, { encoding, delimiter }: Spelling): AsyncGenerator<string[][]> {
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    ltrim: true,
    max_record_size: LONGEST_ROW,
  });
  let cells: string[][] = [];
  parser.on('data', (row: string[]) => cells.push(row.map(tidy)));
  // Heard as the outcome of writing; unheard it would end the process.
  parser.on('error', () => undefined);
  try {
    for await (const text of textOf(parts, encoding)) {
      await new Promise<void>((resolve, reject) =>
        parser.write(text, (error) => (error ? reject(error) : resolve())),
      );
      yield cells;
      cells = [];
    }
    parser.end();
    await finished(parser);
    yield cells;
  } catch (error) {
    throw error instanceof CsvError ? new Unreadable() : error;
  } finally {
    parser.destroy();
  }
}

/** Blanks after a cell are no part of it; after a quoted one they made the parser take the quotation marks for text. */
function tidy(cell: string) {
  const trimmed = cell.trimEnd();
  return trimmed.length < cell.length && /^".*"$/s.test(trimmed) ? trimmed.slice(1, -1) : trimmed;
}

/** UTF-8 goes to the parser as it is; a letter may then be cut between two slices, which the parser minds. */
async function* textOf(parts: Parts, encoding: Encoding): AsyncGenerator<Buffer | string> {
  const decoder = encoding === 'utf-8' ? null : iconv.getDecoder(encoding);
  for await (const part of parts) {
    for (let at = 0; at < part.length; at += SLICE) {
      const slice = part.subarray(at, at + SLICE);
      yield decoder ? decoder.write(slice) : slice;
    }
  }
  yield decoder?.end() ?? '';
}

function guessEncoding(bytes: Buffer, language: string): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (isUtf8(bytes)) return 'utf-8';
  return language === 'ar' ? 'windows-1256' : 'windows-1252';
}
