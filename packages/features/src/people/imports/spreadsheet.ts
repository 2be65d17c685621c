import { parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { Readable } from 'node:stream';

export const encodings = ['utf-8', 'utf-16le', 'windows-1252', 'windows-1250', 'windows-1251', 'windows-1256'] as const;
export const delimiters = [',', ';', '\t', '|'] as const;
export type Encoding = (typeof encodings)[number];

/** How a file is written: its encoding and what stands between its columns. */
export type Spelling = { encoding: Encoding; delimiter: (typeof delimiters)[number] };

/**
 * Guesses how a file is written. UTF-8 is certain when every byte sequence is valid; anything else is taken for the
 * Windows encoding of the organizer's language, which they can correct by hand.
 */
export function guessSpelling(bytes: Buffer, language: string): Spelling {
  const encoding = guessEncoding(bytes, language);
  const firstLine = iconv.decode(bytes.subarray(0, 65_536), encoding).split(/\r?\n/, 1)[0] ?? '';
  const [delimiter = ','] = [...delimiters].sort((a, b) => firstLine.split(b).length - firstLine.split(a).length);
  return { encoding, delimiter };
}

/** The rows of a file, one by one, so that a large one does not hold up everybody else. Empty lines are left out. */
export function readRows(bytes: Buffer, { encoding, delimiter }: Spelling): AsyncIterable<string[]> {
  const text = iconv.decode(bytes, encoding);
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
  });
  return Readable.from(slices(text)).pipe(parser);
}

/** The first rows only: what a person looks at to see whether columns and letters are right. */
export async function readFirstRows(bytes: Buffer, spelling: Spelling, count: number): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const row of readRows(bytes.subarray(0, 262_144), spelling)) {
    rows.push(row);
    if (rows.length === count) break;
  }
  return rows;
}

function guessEncoding(bytes: Buffer, language: string): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return language === 'ar' ? 'windows-1256' : 'windows-1252';
  }
}

function* slices(text: string) {
  for (let at = 0; at < text.length; at += 65_536) yield text.slice(at, at + 65_536);
}
