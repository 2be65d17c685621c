import { Invalid, TooLarge } from '../../errors.ts';
import type { ExternalId } from '../contract.ts';
import type { SeenField } from '../fields/queries.ts';
import type { Named } from './owners.ts';
import {
  cleanHeader,
  guessHeadingRow,
  guessMapping,
  LOOKED_AT,
  type ColumnKnown,
  type Mapping,
} from './columns.ts';
import { MOST_COLUMNS, type Column } from './contract.ts';
import { nothingFound, type FileFindings, type SampleRow } from './findings.ts';
import { readPeople, type ReadRow, type FileReading } from './reading.ts';
import { isFirm, type IncomingPerson, type Remark, type RowRefusal } from './incoming.ts';
import { readFirstRows, Unreadable, type Parts, type Spelling } from './spreadsheet.ts';

export type RefusedRow = RowRefusal & { row: number };

const MOST_ROWS = 100_000;
/** Refused rows that are kept to be shown: enough to see what is wrong with a file. */
const KEPT_REFUSALS = 1_000;
/** Rows that are shown of each kind. */
const OF_EACH = 4;
/** Characters of a cell that are shown. */
const SHOWN = 80;

type Choice = { headingRow?: number | undefined; columns?: Column[] | undefined; fields: SeenField[] };

/** Where the headings stand, what they are, and which column is what: as somebody chose, or else guessed. */
export async function planColumns(beginning: Buffer, spelling: Spelling, choice: Choice) {
  const rows = await readFirstRows(beginning, spelling, LOOKED_AT);
  if (rows.length === 0) throw new Unreadable();
  const headingRow = choice.headingRow ?? guessHeadingRow(rows);
  const named = rows.find(({ number }) => number === headingRow)?.cells ?? [];
  const people = rows.filter(({ number }) => number > headingRow).map(({ cells }) => cells);
  const width = Math.max(named.length, ...people.map(({ length }) => length));
  if (width > MOST_COLUMNS)
    throw new Invalid([{ name: 'file', code: 'people.too-many-columns', params: { max: MOST_COLUMNS } }]);
  const headers = Array.from({ length: width }, (_, column) => cleanHeader(named[column] ?? ''));
  return { headingRow, headers, ...chosen(guessMapping(headers, people, choice.fields), choice.columns) };
}

/** What somebody chose for each column; what they left as it was is known as it was. */
function chosen(guessed: Mapping, columns: Column[] | undefined): Mapping {
  if (!columns) return guessed;
  const said = guessed.columns.map((guess, index) => {
    if (guessed.known[index] === 'never') return { column: guess, known: 'never' as const };
    const column = columns[index] ?? 'none';
    return { column, known: column === guess ? (guessed.known[index] ?? 'not') : ('said' as const) };
  });
  return { columns: said.map(({ column }) => column), known: said.map(({ known }) => known) };
}

/** Reads the whole file once, to say beforehand how many rows there are, which cannot be taken, and what is odd. */
export async function lookThrough(
  parts: Parts,
  { known = [], ...reading }: FileReading & { known?: ColumnKnown[] },
) {
  const look = newLook(known);
  for await (const rows of readPeople(parts, reading)) {
    look.totalCount += rows.length;
    if (look.totalCount > MOST_ROWS)
      throw new TooLarge({ name: 'file', code: 'people.too-many-rows', params: { max: MOST_ROWS } });
    for (const row of rows) lookAt(look, row);
  }
  const { unclear, odd, shown: _, unshown: __, ...looked } = look;
  return { ...looked, findings: { ...look.findings, unclear: commonest(unclear), odd: commonest(odd) } };
}

function commonest<Counted extends { count: number }>(counted: Map<string, Counted>): Counted[] {
  return [...counted.values()].sort((a, b) => b.count - a.count).slice(0, 20);
}

type Look = ReturnType<typeof newLook>;
function newLook(known: ColumnKnown[]) {
  return {
    /** Columns of which nothing is shown either. */
    unshown: new Set([...known.keys()].filter((column) => known[column] === 'never')),
    totalCount: 0,
    refusedCount: 0,
    repeatedCount: 0,
    refusals: [] as RefusedRow[],
    sample: [] as SampleRow[],
    /** Addresses of rows that say no, and of the others. */
    noed: [] as string[],
    others: [] as string[][],
    /** Numbers of other tools, each with whether its row names somebody by an address too. */
    byIds: [] as ExternalId[],
    /** Whom the file names, each once. */
    named: [] as Named[],
    findings: nothingFound(),
    unclear: new Map<string, FileFindings['unclear'][number]>(),
    odd: new Map<string, FileFindings['odd'][number]>(),
    /** How many rows are shown of each kind. */
    shown: new Map<string, number>(),
  };
}

function lookAt(look: Look, row: ReadRow) {
  const remarks: Remark[] = row.isRepaired ? [{ field: 'none', code: 'people.bytes-repaired' }] : [];
  if (row.isRepaired) look.findings.repairedCount += 1;
  if ('refusal' in row) {
    look.refusedCount += 1;
    if (look.refusals.length < KEPT_REFUSALS) look.refusals.push({ row: row.number, ...row.refusal });
    return show(look, row, [...remarks, row.refusal]);
  }
  const { person } = row;
  if (row.isRepeat) remarks.push({ field: 'email', code: 'people.row-repeats' });
  else if (person.email === null) remarks.push({ field: 'email', code: 'people.without-email' });
  // Where somebody comes again only what is said counts: the first row has their answer.
  const isHeard = !row.isRepeat || isFirm(person.says);
  const { email, furtherEmails, badEmails } = person;
  const addresses = [...(email === null ? [] : [email]), ...furtherEmails, ...badEmails];
  if (isFirm(person.says)) look.noed.push(...addresses);
  else if (addresses.length > 0) look.others.push(addresses);
  look.byIds.push(...person.externalIds);
  if (!row.isRepeat) look.named.push(namedBy(person));
  countPerson(look, row.isRepeat, isHeard ? person : { ...person, says: null });
  for (const remark of row.remarks) countRemark(look, remark);
  show(look, row, [...remarks, ...row.remarks.filter(({ code }) => isHeard || code !== 'people.no.blank')]);
}

/** No more of a hundred thousand rows is held than that. */
function namedBy({ name, email, furtherEmails, badEmails, externalIds, phone, furtherPhones }: Named): Named {
  return { name, email, furtherEmails, badEmails, externalIds, phone, furtherPhones };
}

function countPerson(
  look: Look,
  isRepeat: boolean,
  { email, says, otherNoes, textWords, attendances }: IncomingPerson,
) {
  const { findings } = look;
  if (attendances.length > 0) findings.cameCount += 1;
  if (isRepeat) look.repeatedCount += 1;
  else if (email === null) findings.withoutEmailCount += 1;
  if (otherNoes.length > 0) findings.otherNoCount += 1;
  if (textWords !== null && !isRepeat) findings.textYesCount += 1;
  if (says === 'yes') findings.yesCount += 1;
  else if (says !== null) findings.noes[says] += 1;
}

function countRemark(look: Look, { code, column = 0, value = '' }: Remark) {
  if (code === 'people.unclear') count(look.unclear, { column, value, count: 1 });
  // Only what is about a field has the column in which it stands and is no matter of consent.
  else if (value !== '') {
    look.findings.oddCount += 1;
    count(look.odd, { column, value, count: 1, code });
  }
}

function count<Counted extends { column: number; value: string; count: number }>(
  counts: Map<string, Counted>,
  one: Counted,
) {
  const key = `${one.column} ${one.value}`;
  const known = counts.get(key);
  if (known) known.count += 1;
  else if (counts.size < 1_000) counts.set(key, one);
}

/** The first rows are shown whatever they are, and then some of each kind that is odd. */
function show({ sample, shown, unshown }: Look, { number, cells }: ReadRow, remarks: Remark[]) {
  const kinds = remarks.length > 0 ? remarks.map(({ code }) => code) : ['plain'];
  const isNew = kinds.some((kind) => (shown.get(kind) ?? 0) < OF_EACH);
  if (!isNew) return;
  for (const kind of kinds) shown.set(kind, (shown.get(kind) ?? 0) + 1);
  sample.push({
    row: number,
    cells: cells.map((cell, column) => (unshown.has(column) ? '' : cell.slice(0, SHOWN))),
    remarks,
  });
}
