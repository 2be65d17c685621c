import type { Transaction } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import { importedPeople, imports } from '../imports/tables.ts';
import { ADDRESS_PARTS, findAddressParts } from '../postal.ts';
import { contactPoints } from '../tables.ts';
import type { KeptRow } from './kept.ts';
import { add, setAside, type Mover } from './moving.ts';

/** A record of two, what it has itself, and what each list brought for it. */
type Side = { id: string; has: Set<string>; brought: Map<string, KeptRow> };

/**
 * What lists brought for either of two records is what they brought for the one that stays, so that each is taken back as
 * exactly as before: what the other had by itself is kept. Answers which list the first email or phone of either came with.
 */
export async function joinBrought(
  mover: Mover,
  { stays, goes }: Record<'stays' | 'goes', KeptRow>,
): Promise<Map<string, string>> {
  const sides = [await sideOf(mover.tx, stays), await sideOf(mover.tx, goes)];
  const ids = new Set(sides.flatMap(({ brought }) => [...brought.keys()]));
  for (const id of ids) {
    for (const { brought } of sides) {
      const row = brought.get(id);
      if (row) await setAside(mover, 'imported_people', row);
    }
    await add(mover, 'imported_people', together(id, String(stays.id), sides));
  }
  return sourcesOf(sides);
}

/** Nothing is left to be taken back of a list that was taken back while two records were one. */
export async function forgetUndone(tx: Transaction, personIds: string[]): Promise<void> {
  await tx.execute(sql`delete from ${importedPeople} came using ${imports} list
    where list.id = came.import_id and list.state = 'undone' and came.person_id = any(${sql.param(personIds)}::uuid[])`);
}

async function sideOf(tx: Transaction, record: KeptRow): Promise<Side> {
  const id = String(record.id);
  const { rows } = await tx.execute<{ row: KeptRow }>(sql`
    select to_jsonb(came) as row from ${importedPeople} came where came.person_id = ${id} order by came.import_id`);
  const home = await findAddressParts(tx, id);
  const { rows: points } = await tx.execute<{ value: string }>(
    sql`select value from ${contactPoints} where person_id = ${id}`,
  );
  const parts = ADDRESS_PARTS.flatMap((part) => (home[part] ? [`${part}:${home[part]}`] : []));
  const firsts = [record.email, record.phone].flatMap((first) => (typeof first === 'string' ? [first] : []));
  const tags = textsIn(record, 'tags').map((tag) => `tag:${tag}`);
  const has = new Set([...tags, ...parts, ...firsts, ...points.map(({ value }) => value)]);
  return { id, has, brought: new Map(rows.map(({ row }) => [String(row.import_id), row])) };
}

function together(importId: string, personId: string, sides: Side[]): KeptRow {
  const of = (column: string) => [
    ...new Set(sides.flatMap(({ brought }) => textsIn(brought.get(importId), column))),
  ];
  const isOnlyOf = (given: (row: KeptRow | undefined) => string[]) => (one: string) =>
    sides.every(({ has, brought }) => !has.has(one) || given(brought.get(importId)).includes(one));
  const given = (row: KeptRow | undefined) => textsIn(row, 'gave');
  const filled = [...new Set(sides.flatMap(({ brought }) => firstsFrom(brought.get(importId))))];
  return {
    import_id: importId,
    person_id: personId,
    is_new: sides.every(({ brought }) => brought.get(importId)?.is_new === true),
    noes: of('noes'),
    points: of('points'),
    filled: filled.filter(isOnlyOf(firstsFrom)),
    brings: of('brings'),
    gave: of('gave').filter(isOnlyOf(given)),
  };
}

/** What can be the first email or phone because of a list: all that it brought for whom it added. */
function firstsFrom(row: KeptRow | undefined): string[] {
  return textsIn(row, row?.is_new === true ? 'points' : 'filled');
}

function sourcesOf(sides: Side[]): Map<string, string> {
  return new Map(
    sides.flatMap(({ brought }) =>
      [...brought].flatMap(([id, row]) => firstsFrom(row).map((value) => [value, id] as const)),
    ),
  );
}

function textsIn(row: KeptRow | undefined, column: string): string[] {
  const texts = row?.[column];
  return Array.isArray(texts) ? texts.map(String) : [];
}
