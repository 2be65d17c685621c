import { parse } from 'csv-parse';
import { setImmediate as breathe } from 'node:timers/promises';
import { Invalid } from '../../errors.ts';
import { LENGTHS } from '../../lengths.ts';
import type { Position } from './places.ts';

export type Postcode = Position & { code: string; country: string };
type Columns = Record<'code' | 'latitude' | 'longitude', number> & { country: number | null };

/** More are in no file of one country that is given out, other than of every house of Great Britain. */
const MOST_POSTCODES = 500_000;

/**
 * The postcodes of a file as GeoNames gives them out (tabs, no headings), or of one with headings. Places that share a
 * postcode are one, in their middle. Throws Invalid, at `file`.
 */
export async function readPostcodes(bytes: Buffer): Promise<{ rows: Postcode[]; skippedCount: number }> {
  if (bytes.length === 0) throw refused('empty');
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') throw refused('zipped');
  if (bytes.includes(0)) throw refused('unreadable');
  const found = new Map<string, Postcode & { times: number }>();
  let columns: Columns | null = null;
  let skippedCount = 0;
  let rowCount = 0;
  for await (const cells of rowsOf(bytes)) {
    if (columns === null) {
      columns = isOfGeoNames(cells) ? GEONAMES : columnsNamed(cells);
      if (columns !== GEONAMES) continue;
    }
    if ((rowCount += 1) % 5_000 === 0) await breathe();
    const read = readRow(cells, columns);
    if (!read) skippedCount += 1;
    else if (!average(found, read)) throw refused('too-many', { most: MOST_POSTCODES });
  }
  if (found.size === 0) throw refused('nothing');
  return { rows: [...found.values()].map(({ times: _, ...row }) => row), skippedCount };
}

/** The readme of GeoNames' postal codes: country, postcode, name, six more names, latitude, longitude, accuracy. */
const GEONAMES: Columns = { country: 0, code: 1, latitude: 9, longitude: 10 };

function isOfGeoNames(cells: string[]): boolean {
  return cells.length >= 11 && /^[A-Z]{2}$/.test(cells[0] ?? '') && degrees(cells[9], 90) !== null;
}

const NAMES = {
  code: ['postcode', 'postalcode', 'postal', 'zip', 'zipcode', 'plz', 'codepostal', 'códigopostal', 'cp'],
  latitude: ['lat', 'latitude', 'latitud'],
  longitude: ['lon', 'lng', 'long', 'longitude', 'longitud'],
  country: ['country', 'countrycode', 'iso', 'país', 'pays'],
};

function columnsNamed(cells: string[]): Columns {
  const names = cells.map((cell) => cell.toLowerCase().replaceAll(/[\s_-]/g, ''));
  const columnOf = (of: keyof typeof NAMES) => names.findIndex((name) => NAMES[of].includes(name));
  const [code, latitude, longitude] = [columnOf('code'), columnOf('latitude'), columnOf('longitude')];
  if (code < 0 || latitude < 0 || longitude < 0) throw refused('columns');
  const country = columnOf('country');
  return { code, latitude, longitude, country: country < 0 ? null : country };
}

function readRow(cells: string[], columns: Columns): Postcode | null {
  const code = (cells[columns.code] ?? '').replaceAll(' ', '').toUpperCase();
  const country = columns.country === null ? '' : (cells[columns.country] ?? '').trim().toUpperCase();
  const latitude = degrees(cells[columns.latitude], 90);
  const longitude = degrees(cells[columns.longitude], 180);
  const isCode = code.length >= 1 && code.length <= LENGTHS.postcode && /^([A-Z]{2})?$/.test(country);
  return isCode && latitude !== null && longitude !== null ? { code, country, latitude, longitude } : null;
}

function degrees(cell: string | undefined, most: number): number | null {
  const text = (cell ?? '').trim().replace(',', '.');
  if (!/^[+-]?\d{1,3}(\.\d+)?$/.test(text)) return null;
  return Math.abs(Number(text)) <= most ? Number(text) : null;
}

/** Takes a place in, in the middle of those of its postcode. False when there are too many. */
function average(found: Map<string, Postcode & { times: number }>, read: Postcode): boolean {
  const key = `${read.country} ${read.code}`;
  const known = found.get(key);
  if (!known) {
    found.set(key, { ...read, times: 1 });
    return found.size <= MOST_POSTCODES;
  }
  const times = known.times + 1;
  known.latitude += (read.latitude - known.latitude) / times;
  known.longitude += (read.longitude - known.longitude) / times;
  known.times = times;
  return true;
}

/** Only what has commas or semicolons between its columns has quotation marks around them. */
async function* rowsOf(bytes: Buffer): AsyncGenerator<string[]> {
  const [first = ''] = bytes
    .subarray(0, 2_000)
    .toString('utf8')
    .split(/[\r\n]/, 1);
  const delimiter = ['\t', ';'].find((one) => first.includes(one)) ?? ',';
  const parser = parse(bytes, {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    bom: true,
    quote: delimiter === '\t' ? false : '"',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: 20_000,
  });
  try {
    for await (const cells of parser) yield cells as string[];
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_'))
      throw refused('unreadable');
    throw error;
  }
}

function refused(
  why: 'empty' | 'zipped' | 'unreadable' | 'columns' | 'nothing' | 'too-many',
  params?: Record<string, number>,
) {
  return new Invalid([{ name: 'file', code: `site.postcodes-${why}`, ...(params && { params }) }]);
}
