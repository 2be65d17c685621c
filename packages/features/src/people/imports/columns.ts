import { addressOf } from '../../addresses.ts';
import { LENGTHS } from '../../lengths.ts';
import { clean, plain } from './cells.ts';
import { digitsOf } from '../phones.ts';
import type { SeenField } from '../fields/queries.ts';
import { FIELD_COLUMN, type Column, type Field } from './contract.ts';
import { externalIdField } from './external-ids.ts';
import { fieldOf } from './headings.ts';
import { isNeverKept, isPlaceOfReading } from './never-kept.ts';
import type { FileRow } from './spreadsheet.ts';

/**
 * By what it is known what a column holds: an earlier file, its heading, what stands under it, or somebody said so; or it is
 * not. One that is never kept stays out, whatever anybody says.
 */
export type ColumnKnown = 'kept' | 'heading' | 'values' | 'said' | 'not' | 'never';

/** How many rows a file's beginning is looked at for. */
export const LOOKED_AT = 20;

/** A heading as it can be stored and shown. */
export function cleanHeader(header: string): string {
  return clean(header).slice(0, LENGTHS.fileName).toWellFormed();
}

/**
 * The row that names the columns: the one with the most headings we know, above the first that holds an address. 0 when
 * the very first row holds one: then it is a person.
 */
export function guessHeadingRow(rows: FileRow[]): number {
  const firstPerson = rows.findIndex(({ cells }) => cells.some(holdsAddress));
  const above = firstPerson < 0 ? rows : rows.slice(0, firstPerson);
  const [first] = above;
  if (!first) return 0;
  const known = above.map(({ number, cells }) => ({ number, count: guessByHeadings(cells).length }));
  return known.reduce((best, one) => (one.count > best.count ? one : best), {
    number: first.number,
    count: 0,
  }).number;
}

/** The same, with the group's own fields by their names, and by what each is known. */
export function guessMapping(headers: string[], people: string[][], fields: SeenField[]): Mapping {
  const guessed = guessColumns(headers, people);
  const own = new Map(fields.map(({ id, name }) => [plain(name), id]));
  const mapped = headers.map((header, column): { column: Column; known: ColumnKnown } => {
    const field = guessed[column] ?? 'none';
    const id = field === 'none' ? own.get(plain(header)) : undefined;
    if (isPlaceOfReading(header, headers)) return { column: 'none', known: 'never' };
    const named = headed(header, headers);
    const isNamed = named !== 'none' && named !== null;
    const cells = people.map((row) => row[column] ?? '');
    if (!isNamed && isNeverKept(header, cells)) return { column: 'none', known: 'never' };
    if (id) return { column: `${FIELD_COLUMN}${id}`, known: 'heading' };
    if (named !== null || externalIdField(header, headers)) return { column: field, known: 'heading' };
    return { column: field, known: field === 'none' ? 'not' : 'values' };
  });
  return { columns: mapped.map(({ column }) => column), known: mapped.map(({ known }) => known) };
}
export type Mapping = { columns: Column[]; known: ColumnKnown[] };

/** The id of the field that a column fills in. */
export function fieldIdOf(column: Column): string | undefined {
  return column.startsWith(FIELD_COLUMN) ? column.slice(FIELD_COLUMN.length) : undefined;
}

/** What each column holds, by its heading, or else by what stands under it. `people` are the first rows. */
export function guessColumns(headers: string[], people: string[][]): Field[] {
  const isOfEvent = headers.some((header) => EVENT.has(plain(header)));
  const columns = headers.map((header): Field => {
    const field = headed(header, headers) ?? externalIdField(header, headers) ?? 'none';
    // What an event calls a status is whether somebody comes.
    return isOfEvent && plain(header) === 'status' ? 'none' : field;
  });
  if (!columns.includes('email')) placeBy(columns, people, 'email', holdsAddress);
  const hasHeadings = headers.some((header) => header !== '');
  if (!hasHeadings) {
    placeBy(columns, people, 'phone', isPhone);
    placeBy(columns, people, 'name', isName);
  }
  return nameApart(columns);
}

/** What its heading says; the name and the day of an event say something where it is said who came. */
function headed(header: string, headers: string[]): Field | null {
  const field = fieldOf(header);
  const isOfAttendance = field === 'cameTo' || field === 'cameOn';
  return isOfAttendance && !headers.some((one) => fieldOf(one) === 'came') ? null : field;
}

const EVENT = new Set(['eventid', 'timeslotid', 'attended', 'eventtitle']);

function guessByHeadings(cells: string[]) {
  return cells.filter((cell) => fieldOf(clean(cell)) !== null);
}

/** Gives a field to the first free column in which most cells are of its kind. */
function placeBy(columns: Field[], people: string[][], field: Field, isOfKind: (cell: string) => boolean) {
  const column = columns.findIndex((taken, at) => {
    const cells = people.map((row) => row[at] ?? '').filter(Boolean);
    return taken === 'none' && cells.length > 0 && cells.filter(isOfKind).length * 2 > cells.length;
  });
  if (column >= 0) columns[column] = field;
}

/** "Name" beside "Surname" holds the first name only. */
function nameApart(columns: Field[]): Field[] {
  const isApart = columns.includes('lastName') && !columns.includes('firstName');
  return isApart ? columns.map((field) => (field === 'name' ? 'firstName' : field)) : columns;
}

function holdsAddress(cell: string) {
  return addressOf(clean(cell)) !== null;
}

function isPhone(cell: string) {
  return /^[\s\d+()./-]+$/.test(cell) && digitsOf(cell).length >= 6;
}

function isName(cell: string) {
  return /^[\p{L}\p{M}\s.,'’-]+$/u.test(cell);
}
