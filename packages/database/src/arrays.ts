import pg from 'pg';

type Read = (text: string) => unknown;
/** As pg's own types know no number of an array. */
type Readers = {
  getTypeParser(type: number): Read;
  setTypeParser(type: number, read: Read): void;
};

/**
 * Arrays of text and of ids are read by their parts, not letter by letter as pg's own parser does: a list has several in
 * each row. What is nested, or numbered in its own way, is left to that parser.
 */
export function readArraysQuickly(): void {
  const readers: Readers = pg.types;
  for (const type of [TEXT_ARRAY, UUID_ARRAY]) {
    const readSlowly = readers.getTypeParser(type);
    readers.setTypeParser(type, (text) => (isFlat(text) ? partsOf(text) : readSlowly(text)));
  }
}

// See pg_type.dat: `_text` and `_uuid`.
const TEXT_ARRAY = 1009;
const UUID_ARRAY = 2951;

/** Only an array of arrays begins with two braces, and only one that is numbered in its own way with a bracket. */
const isFlat = (text: string) => text.startsWith('{') && text[1] !== '{';

function partsOf(text: string): (string | null)[] {
  if (text === '{}') return [];
  if (!text.includes('"')) return text.slice(1, -1).split(',').map(orNull);
  return Array.from(text.matchAll(PARTS), ([, quoted, plain = '']) =>
    quoted === undefined ? orNull(plain) : quoted.replaceAll(/\\(.)/gs, '$1'),
  );
}

/** What holds a comma, a brace, a quote, a backslash or a space stands in quotes, and there a backslash goes before each. */
const PARTS = /"([^"\\]*(?:\\.[^"\\]*)*)"|([^",{}]+)/gs;

function orNull(plain: string): string | null {
  return plain === 'NULL' ? null : plain;
}
