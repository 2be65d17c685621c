import { clean, momentIn } from './cells.ts';
import type { Column } from './contract.ts';
import { fieldIdOf } from './columns.ts';
import { readRows, type Parts, type Spelling } from './spreadsheet.ts';

/** Which of the two first numbers of 03/04/2021 is the day. */
export type DateOrder = 'day-first' | 'month-first';
/** By column, where it is known or somebody said so. */
export type DateOrders = ReadonlyMap<number, DateOrder>;

/** A column with days that can be read in two ways, and what in it says how. */
export type DateColumn = {
  column: number;
  /** Null where no value of the column says, or they say both. */
  order: DateOrder | null;
  /** The value that says it, and its row; '' and 0 where none does. */
  because: string;
  row: number;
  /** One that can be read in two ways, and how many can. */
  example: string;
  count: number;
};

/** A moment as a list writes it; null for what could be read in two ways, and for what is none. */
export function momentWritten(cell: string, order: DateOrder | undefined): Date | null {
  const moment = momentIn(cell);
  if (moment) return moment;
  const written = partsOfDay(cell);
  const by =
    written && (decides(written) ?? order ?? (written.first === written.second ? 'day-first' : null));
  if (!by) return null;
  const { first, second, year, time } = written;
  const [day, month] = by === 'day-first' ? [first, second] : [second, first];
  const iso = `${year}-${twoDigits(month)}-${twoDigits(day)}`;
  const found = new Date(`${iso}T${time}Z`);
  return Number.isNaN(found.getTime()) || !found.toISOString().startsWith(iso) ? null : found;
}

/** The same as the day alone, YYYY-MM-DD. */
export function dayWritten(cell: string, order: DateOrder | undefined): string | null {
  return momentWritten(cell, order)?.toISOString().slice(0, 10) ?? null;
}

/** Whether either number could be the day. */
export function isTwofold(cell: string): boolean {
  return momentWritten(cell, undefined) === null && momentWritten(cell, 'day-first') !== null;
}

/** How each column of days has to be read, by the whole of it: one value of 13 or above says it of all others. */
export async function lookAtDates(parts: Parts, reading: Reading): Promise<DateColumn[]> {
  const seen = datedColumns(reading).map(newColumn);
  if (seen.length === 0) return [];
  for await (const rows of readRows(parts, reading)) {
    for (const { number, cells } of rows)
      if (number > reading.headingRow)
        for (const one of seen) lookAtCell(one, clean(cells[one.column] ?? ''), number);
  }
  return seen
    .filter(({ count }) => count > 0)
    .map(({ isMixed, ...one }) => (isMixed ? { ...one, order: null } : one));
}

/** How each column is read: by its own values, or else as somebody said. */
export function ordersOf(dates: DateColumn[], said: DateOrder | null | undefined): DateOrders {
  return new Map(
    dates.flatMap(({ column, order }) => {
      const by = order ?? said;
      return by ? [[column, by] as const] : [];
    }),
  );
}

type Reading = Spelling & {
  headingRow: number;
  columns: Column[];
  fields?: ReadonlyMap<string, { kind: string }>;
};

const DATED = new Set<Column>([
  'agreedAt',
  'came',
  'cameOn',
  'noEmail',
  'noText',
  'noCall',
  'noPost',
  'noSharing',
  'noContact',
  'badEmail',
]);

function datedColumns({ columns, fields }: Reading): number[] {
  return [...columns.keys()].filter((place) => {
    const column = columns[place] ?? 'none';
    return DATED.has(column) || fields?.get(fieldIdOf(column) ?? '')?.kind === 'date';
  });
}

function newColumn(column: number): DateColumn & { isMixed: boolean } {
  return { column, order: null, because: '', row: 0, example: '', count: 0, isMixed: false };
}

function lookAtCell(seen: ReturnType<typeof newColumn>, cell: string, row: number) {
  const written = partsOfDay(cell);
  if (!written || written.first === written.second) return;
  const order = decides(written);
  if (order === null) {
    seen.count += 1;
    seen.example ||= cell.slice(0, SHOWN);
  } else if (seen.order === null) Object.assign(seen, { order, because: cell.slice(0, SHOWN), row });
  else if (seen.order !== order) seen.isMixed = true;
}

/** Characters of a day that are shown. */
const SHOWN = 24;

type Written = { first: number; second: number; year: string; time: string };

function partsOfDay(cell: string): Written | null {
  const [, first, second, year = '', hours = '0', minutes = '00', seconds = '00', half] =
    DAY.exec(cell) ?? [];
  if (first === undefined || Math.min(Number(first), Number(second)) < 1) return null;
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hours);
  return {
    first: Number(first),
    second: Number(second),
    year: year.length === 2 ? `20${year}` : year,
    time: `${twoDigits(hour)}:${minutes}:${seconds}`,
  };
}

/** There is no thirteenth month. */
function decides({ first, second }: Written): DateOrder | null {
  if (first > 12 && second <= 12) return 'day-first';
  return second > 12 && first <= 12 ? 'month-first' : null;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

const DAY = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d\d)(?:[ ,T]+(\d{1,2}):(\d\d)(?::(\d\d))?\s?(am|pm)?)?$/i;
