import { parse, CsvError } from 'csv-parse';
import iconv from 'iconv-lite';
import { finished } from 'node:stream/promises';
import { setImmediate as breathe } from 'node:timers/promises';
import { guessEncoding, REPAIRED, SLICE, textOf, type Encoding, type Parts } from './encodings.ts';

export const delimiters = [',', ';', '\t', '|'] as const;
export type { Parts } from './encodings.ts';

/** How a file is written: its encoding and what stands between its columns. */
export type Spelling = { encoding: Encoding; delimiter: (typeof delimiters)[number] };
/** One row, numbered as a spreadsheet does: the first is 1, and empty ones count. */
export type FileRow = { number: number; cells: string[]; isRepaired: boolean };

/** This is no text in columns: a workbook, a picture, or a quotation that never ends. */
export class Unreadable extends Error {}

/**
 * Guesses how a file is written, which organizers can correct by hand: its letters, and what cuts most of its first lines
 * into as many columns, as a title may stand above them. Throws Unreadable for what is no text.
 */
export function guessSpelling(bytes: Buffer, language: string): Spelling {
  const encoding = guessEncoding(bytes, language);
  const text = iconv.decode(bytes.subarray(0, SLICE), encoding);
  if (text.includes('\0')) throw new Unreadable();
  const lines = text.trimStart().split(/[\r\n]+/, FIRST_LINES);
  const named = delimiters.find((one) => one === HINT.exec(lines[0] ?? '')?.[1]);
  const bare = lines.map((line) => line.replaceAll(/"[^"]*"/g, ''));
  const scored = delimiters.map((one) => ({
    one,
    ...agreementOn(bare.map((line) => line.split(one).length)),
  }));
  const [most] = scored.sort((a, b) => b.lines - a.lines || b.columns - a.columns);
  return { encoding, delimiter: named ?? most?.one ?? ',' };
}

/**
 * The rows of a file in short stretches, so that a large one is never held as text at once and everybody else is served
 * in between. Rows with nothing in them are left out. Throws Unreadable.
 */
export async function* readRows(parts: Parts, spelling: Spelling): AsyncGenerator<FileRow[]> {
  let number = 0;
  for await (const stretch of readCells(parts, spelling)) {
    if (number === 0 && HINT.test(stretch[0]?.join(spelling.delimiter) ?? '')) stretch.shift();
    const rows = stretch.map((cells) => asRow(++number, cells));
    yield rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
    await breathe();
  }
}

/** Up to `count` rows of a file's beginning; the last may be cut short where the beginning ends. Throws Unreadable. */
export async function readFirstRows(
  beginning: Buffer,
  spelling: Spelling,
  count: number,
): Promise<FileRow[]> {
  const found: FileRow[] = [];
  try {
    for await (const rows of readRows([beginning.subarray(0, BEGINNING)], spelling)) {
      found.push(...rows);
      if (found.length >= count) break;
    }
  } catch (error) {
    if (found.length === 0) throw error;
  }
  return found.slice(0, count);
}

/** Bytes of a file that are enough to look at its first rows. */
const BEGINNING = 262_144;
/** Lines of a file among which its headings are looked for. */
const FIRST_LINES = 6;
/** Characters; a row that is longer lacks a closing quotation mark. */
const LONGEST_ROW = 200_000;
/** What Excel writes above a file, and reads, to say what stands between columns. */
const HINT = /^"?sep=(.)"?\1?$/i;

/** How many lines agree on how many columns there are, where there are several. */
function agreementOn(counts: number[]) {
  const alike = Map.groupBy(
    counts.filter((count) => count > 1),
    (count) => count,
  );
  const most = [...alike].map(([columns, lines]) => ({ columns, lines: lines.length }));
  return most.sort((a, b) => b.lines - a.lines || b.columns - a.columns)[0] ?? { columns: 1, lines: 0 };
}

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

/**
 * Blanks after a cell are no part of it; after a quoted one they made the parser take the quotation marks for text. In
 * `="0123"` only the number is meant: so spreadsheets are told to leave it alone.
 */
function tidy(cell: string) {
  const trimmed = cell.trimEnd();
  if (trimmed.startsWith('="') && trimmed.length > 2 && trimmed.endsWith('"'))
    return trimmed.slice(2, -1).replaceAll('""', '"').trim();
  return trimmed.length < cell.length && /^".*"$/s.test(trimmed) ? trimmed.slice(1, -1) : trimmed;
}

function asRow(number: number, cells: string[]): FileRow {
  const isRepaired = cells.some((cell) => cell.includes(REPAIRED));
  return {
    number,
    cells: isRepaired ? cells.map((cell) => cell.replaceAll(REPAIRED, '')) : cells,
    isRepaired,
  };
}
