import type { Database } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import { Invalid } from '../../errors.ts';
import { consents, contactPoints, people } from '../tables.ts';
import { cleanHeader, guessColumns, guessHeadingRow, LOOKED_AT } from './columns.ts';
import { MOST_COLUMNS, type Field } from './contract.ts';
import { nothingFound, type FileFindings, type SampleRow } from './findings.ts';
import { readPeople, type ReadRow, type FileReading } from './reading.ts';
import { isFirm, type IncomingPerson, type Remark, type RowRefusal } from './rows.ts';
import { readFirstRows, Unreadable, type Parts, type Spelling } from './spreadsheet.ts';

export type RefusedRow = RowRefusal & { row: number };

const MOST_ROWS = 100_000;
/** Refused rows that are kept to be shown: enough to see what is wrong with a file. */
const KEPT_REFUSALS = 1_000;
/** Rows that are shown of each kind. */
const OF_EACH = 4;
/** Characters of a cell that are shown. */
const SHOWN = 80;

type Choice = { headingRow?: number; columns?: Field[] };

/** Where the headings stand, what they are, and which column is what: as somebody chose, or else guessed. */
export async function planColumns(beginning: Buffer, spelling: Spelling, choice: Choice = {}) {
  const rows = await readFirstRows(beginning, spelling, LOOKED_AT);
  if (rows.length === 0) throw new Unreadable();
  const headingRow = choice.headingRow ?? guessHeadingRow(rows);
  const named = rows.find(({ number }) => number === headingRow)?.cells ?? [];
  const people = rows.filter(({ number }) => number > headingRow).map(({ cells }) => cells);
  const width = Math.max(named.length, ...people.map(({ length }) => length));
  if (width > MOST_COLUMNS)
    throw new Invalid([{ name: 'file', code: 'people.too-many-columns', params: { max: MOST_COLUMNS } }]);
  const headers = Array.from({ length: width }, (_, column) => cleanHeader(named[column] ?? ''));
  const chosen = choice.columns && headers.map((_, column) => choice.columns?.[column] ?? 'none');
  return { headingRow, headers, columns: chosen ?? guessColumns(headers, people) };
}

/** Reads the whole file once, to say beforehand how many rows there are, which cannot be taken, and what is odd. */
export async function lookThrough(parts: Parts, reading: FileReading) {
  const look = newLook();
  for await (const rows of readPeople(parts, reading)) {
    look.totalCount += rows.length;
    if (look.totalCount > MOST_ROWS)
      throw new Invalid([{ name: 'file', code: 'people.too-many-rows', params: { max: MOST_ROWS } }]);
    for (const row of rows) lookAt(look, row);
  }
  const { unclear, shown: _, ...looked } = look;
  const commonest = [...unclear.values()].sort((a, b) => b.count - a.count).slice(0, 20);
  return { ...looked, findings: { ...look.findings, unclear: commonest } };
}

/** How many people of a group said yes to email and are among these addresses. */
export async function countOverruled(db: Database, groupId: string, addresses: string[]): Promise<number> {
  if (addresses.length === 0) return 0;
  const { rows } = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from ${people} join ${consents} on ${consents.personId} = ${people.id}
    where ${people.groupId} = ${groupId} and (${people.email} = any(${sql.param(addresses)}::text[])
        or ${people.id} in (select point.person_id from ${contactPoints} point where point.group_id = ${groupId}
          and point.kind = 'email' and point.value = any(${sql.param(addresses)}::text[])))
      and ${consents.way} = 'email' and ${consents.purpose} = 'updates' and ${consents.given} = 'yes'`);
  return rows[0]?.count ?? 0;
}

type Look = ReturnType<typeof newLook>;
function newLook() {
  return {
    totalCount: 0,
    refusedCount: 0,
    repeatedCount: 0,
    refusals: [] as RefusedRow[],
    sample: [] as SampleRow[],
    /** Addresses of rows that say no, and of the others. */
    noed: [] as string[],
    others: [] as string[],
    findings: nothingFound(),
    unclear: new Map<string, FileFindings['unclear'][number]>(),
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
  if (person.email) (isFirm(person.says) ? look.noed : look.others).push(person.email);
  countPerson(look, row.isRepeat, isHeard ? person : { ...person, says: null });
  for (const remark of row.remarks) if (remark.code === 'people.unclear') countUnclear(look, remark);
  show(look, row, [...remarks, ...row.remarks.filter(({ code }) => isHeard || code !== 'people.no.blank')]);
}

function countPerson(look: Look, isRepeat: boolean, { email, says, otherNoes }: IncomingPerson) {
  const { findings } = look;
  if (isRepeat) look.repeatedCount += 1;
  else if (email === null) findings.withoutEmailCount += 1;
  if (otherNoes.length > 0) findings.otherNoCount += 1;
  if (says === 'yes') findings.yesCount += 1;
  else if (says !== null) findings.noes[says] += 1;
}

function countUnclear({ unclear }: Look, { column = 0, value = '' }: Remark) {
  const key = `${column} ${value}`;
  const known = unclear.get(key);
  if (known) known.count += 1;
  else if (unclear.size < 1_000) unclear.set(key, { column, value, count: 1 });
}

/** The first rows are shown whatever they are, and then some of each kind that is odd. */
function show({ sample, shown }: Look, { number, cells }: ReadRow, remarks: Remark[]) {
  const kinds = remarks.length > 0 ? remarks.map(({ code }) => code) : ['plain'];
  const isNew = kinds.some((kind) => (shown.get(kind) ?? 0) < OF_EACH);
  if (!isNew) return;
  for (const kind of kinds) shown.set(kind, (shown.get(kind) ?? 0) + 1);
  sample.push({ row: number, cells: cells.map((cell) => cell.slice(0, SHOWN)), remarks });
}
