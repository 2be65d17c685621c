import { addressOf } from '../../addresses.ts';
import { LENGTHS } from '../../lengths.ts';
import { digitsOf, phoneOfCell, SHORTEST_NUMBER } from '../phones.ts';
import { denialIn } from './answers.ts';
import { isBlankCell, plain, valuesIn } from './cells.ts';
import type { Column } from './contract.ts';
import type { Contact, Remark, RowRefusal } from './incoming.ts';

/** `settled`: columns that say of one address or number that it does not work, where another one of the row does. */
type ReadContact = { contact: Contact; settled: Set<number>; remarks: Remark[] };

/** Further ones of a row that are kept, of each kind. */
const MOST_FURTHER = 10;

type Reading = { columns: Column[]; headers: string[]; country: string | null };
type CellAt = (column: number) => string;

/** The emails and phones of one row after another, each with what its own column says of whether it works. */
export function contactReader({ columns, headers, country }: Reading) {
  const emails = waysIn('email', { columns, headers });
  const phones = waysIn('phone', { columns, headers });
  return (cell: CellAt): ReadContact | RowRefusal => {
    const remarks: Remark[] = [];
    const addresses = kept(emails, cell, (written) => addressOf(written), remarks);
    const isWritten = emails.some(({ column }) => !isBlankCell(cell(column)));
    const isLong = ({ value }: Way) => value.length > LENGTHS.email;
    if (isWritten && addresses.works.length === 0) return { field: 'email', code: 'field.email' };
    if (addresses.works.every(isLong) && isWritten) return { field: 'email', code: 'field.too-long' };
    const [email = null, ...furtherEmails] = valuesOf(addresses.works.filter((one) => !isLong(one)));
    const numbers = kept(phones, cell, (written) => numberOf(written, country), remarks);
    const [phone = null, ...furtherPhones] = callable(valuesOf(numbers.works));
    if (email === null && digitsOf(phone ?? '').length < SHORTEST_NUMBER)
      return { field: 'email', code: 'people.no-way-to-reach' };
    if (furtherEmails.length > 0) remarks.push({ field: 'email', code: 'people.several-addresses' });
    if (furtherPhones.length > 0) remarks.push({ field: 'phone', code: 'people.several-numbers' });
    if (Math.max(furtherEmails.length, furtherPhones.length) > MOST_FURTHER)
      remarks.push({ field: 'email', code: 'people.many-further' });
    const badEmails = valuesOf(addresses.bad);
    const badPhones = valuesOf(numbers.bad);
    if (badEmails.length > 0) remarks.push({ field: 'badEmail', code: 'people.bad-email-left-out' });
    if (badPhones.length > 0) remarks.push({ field: 'badPhone', code: 'people.bad-phone-left-out' });
    const contact = {
      email,
      furtherEmails: furtherEmails.slice(0, MOST_FURTHER),
      badEmails,
      phone,
      furtherPhones: furtherPhones.slice(0, MOST_FURTHER),
      badPhones,
    };
    return { contact, settled: new Set([...addresses.settled, ...numbers.settled]), remarks };
  };
}

/** A column of addresses or numbers, and those that say of it that what it holds does not work. */
type WayColumn = { column: number; kind: 'email' | 'phone'; marks: number[] };
type Way = { value: string; column: WayColumn };

function waysIn(kind: WayColumn['kind'], { columns, headers }: Omit<Reading, 'country'>): WayColumn[] {
  const places = [...columns.keys()].filter((column) => columns[column] === kind);
  const marking = kind === 'email' ? 'badEmail' : 'badPhone';
  const marks = [...columns.keys()].filter((column) => columns[column] === marking);
  const owners = new Map(marks.map((mark) => [mark, ownerOf(headers[mark] ?? '', places, headers)]));
  return places.map((column) => ({
    column,
    kind,
    marks: marks.filter((mark) => owners.get(mark) === column),
  }));
}

/** The column of which `email2_is_bad`, `is_mobile_bad` speak: the one that is called so, or else begins so. */
function ownerOf(heading: string, places: number[], headers: string[]): number | undefined {
  const subject = plain(heading).replace(/^(is|has|hard)+|(is)?(hard)?(bad|bounced|invalid|onhold)$/g, '');
  if (subject === '') return undefined;
  const called = (column: number) => plain(headers[column] ?? '');
  return (
    places.find((column) => called(column) === subject) ??
    places.find((column) => called(column).startsWith(subject))
  );
}

/** What can be used of these columns; where nothing works, all of it, and then the person is the one who says no. */
function kept(ways: WayColumn[], cell: CellAt, read: (written: string) => string | null, remarks: Remark[]) {
  const found = ways.flatMap((column) =>
    writtenIn(cell(column.column), column.kind).flatMap((written): Way[] => {
      const value = read(written);
      if (value !== null) return [{ value, column }];
      remarks.push(oddOne(column, written));
      return [];
    }),
  );
  const isBad = ({ column }: Way) => column.marks.some((mark) => isMarked(cell(mark)));
  const works = found.filter((one) => !isBad(one));
  const settled = ways
    .filter(({ column }) => works.length > 0 || isBlankCell(cell(column)))
    .flatMap(({ marks }) => marks);
  if (works.length === 0) return { works: found, bad: [], settled };
  const good = new Set(works.map(({ value }) => value));
  return { works, bad: found.filter((one) => isBad(one) && !good.has(one.value)), settled };
}

function isMarked(cell: string): boolean {
  return !['yes', 'blank'].includes(denialIn(cell));
}

function oddOne({ column, kind }: WayColumn, written: string): Remark {
  const code = kind === 'email' ? 'people.value-email' : 'people.value-phone';
  return { field: 'none', code, column, value: written.slice(0, 60) };
}

/** Several in one cell, with `:::`, semicolons, commas, bars or blanks between them. */
function writtenIn(cell: string, kind: WayColumn['kind']): string[] {
  const values = valuesIn(cell).filter((value) => !isBlankCell(value));
  return values.flatMap((value) => (kind === 'email' ? addressesIn(value) : numbersIn(value)));
}

/** A comma may also stand in a name before its address, so what holds no address is no part of its own. */
function addressesIn(value: string): string[] {
  if (value.split('@').length < 3) return [value];
  const between = value.includes('<') ? /[;,|\u060c\u061b]/ : /[;,|\u060c\u061b\s]/;
  const parts = value.split(between).filter((part) => part.includes('@'));
  return parts.some((part) => addressOf(part) !== null) ? parts : [value];
}

function numbersIn(value: string): string[] {
  const parts = value.split(/[;,|\u060c\u061b]/).filter((part) => part.trim() !== '');
  return parts.length > 1 && parts.every(isWholeNumber) ? parts.map((part) => part.trim()) : [value];
}

/** Digits of a number that stands beside another one; fewer are an extension. */
const WHOLE = 6;

function isWholeNumber(text: string): boolean {
  return /^[\s\d+()./-]+$/.test(text) && digitsOf(text).length >= WHOLE;
}

/** What is too short to be called stays only where nothing else was written. */
function callable(numbers: string[]): string[] {
  const whole = numbers.filter((number) => digitsOf(number).length >= SHORTEST_NUMBER);
  return whole.length > 0 ? whole : numbers.slice(0, 1);
}

function numberOf(written: string, country: string | null): string | null {
  const number = phoneOfCell(written, country);
  return number === '' || isBlankCell(number) ? null : number;
}

/** Each once, whatever its capitals or blanks were. */
function valuesOf(ways: Way[]): string[] {
  const byKey = new Map<string, string>();
  for (const { value, column } of ways) {
    const key = column.kind === 'phone' ? digitsOf(value) : value;
    if (!byKey.has(key)) byKey.set(key, value);
  }
  return [...byKey.values()];
}
