import type { Transaction } from '@groundwork/database';
import { getTableName, sql, type SQL } from 'drizzle-orm';
import type { Subject } from '../../subject.ts';
import { primaryKeyOf, type DatabaseShape } from './catalog.ts';
import type { KeptRow, MergeStep } from './kept.ts';

/** The orders in which the subjects say which of two rows of one kind stays, by table. */
export function firstsOf(subjects: Subject[]): Map<string, SQL> {
  return new Map(
    subjects.flatMap(({ firsts = [] }) => firsts.map(({ of, order }) => [getTableName(of), order])),
  );
}

export type Mover = { tx: Transaction; catalog: DatabaseShape; firsts: Map<string, SQL>; steps: MergeStep[] };
type Naming = { table: string; column: string; from: string; to: string };

/**
 * Lets the rows that name `from` name `to`. Where both have one of a kind, one stays, and the other is set aside after
 * whatever names it names the one that stays.
 */
export async function repoint(mover: Mover, { table, column, from, to }: Naming): Promise<void> {
  const { tx, catalog, steps } = mover;
  for (const { columns } of catalog.uniques.filter((one) => one.table === table)) {
    if (!columns.includes(column)) continue;
    const others = columns.filter((one) => one !== column);
    const isSame = others.map((one) => sql`mine.${name(one)} = theirs.${name(one)}`);
    const { rows } = await tx.execute<{ mine: KeptRow; theirs: KeptRow }>(sql`
      select to_jsonb(mine) as mine, to_jsonb(theirs) as theirs from ${name(table)} mine
      join ${name(table)} theirs on ${sql.join([sql`mine.${name(column)} = ${to}`, sql`theirs.${name(column)} = ${from}`, ...isSame], sql` and `)}`);
    for (const { mine, theirs } of rows) await settle(mover, table, { mine, theirs });
  }
  const key = primaryKeyOf(catalog, table).filter((one) => one !== column);
  const written = sql.join(
    key.map((one) => sql`${one}::text, ${name(one)}`),
    sql`, `,
  );
  const { rows: moved } = await tx.execute<{ key: KeptRow }>(sql`
    update ${name(table)} set ${name(column)} = ${to} where ${name(column)} = ${from}
    returning jsonb_build_object(${written}) as key`);
  if (moved.length > 0)
    steps.push({ did: 'moved', table, column, from, to, keys: moved.map((row) => row.key) });
}

/** Takes a row out of its table, and remembers it. */
export async function setAside({ tx, catalog, steps }: Mover, table: string, row: KeptRow): Promise<void> {
  await tx.execute(sql`delete from ${name(table)} where ${isRow(catalog, table, [row])}`);
  steps.push({ did: 'set-aside', table, row });
}

/** Puts a row in that was not there. */
export async function add({ tx, catalog, steps }: Mover, table: string, row: KeptRow): Promise<void> {
  await insertRow(tx, catalog, table, row);
  steps.push({ did: 'added', table, row });
}

/** Takes one step back. What was removed meanwhile stays so, with all that belonged to it. */
export async function stepBack(tx: Transaction, catalog: DatabaseShape, step: MergeStep): Promise<void> {
  if (step.did === 'added') {
    await tx.execute(sql`delete from ${name(step.table)} where ${isRow(catalog, step.table, [step.row])}`);
    return;
  }
  await tx.execute(sql`savepoint step_back`);
  try {
    if (step.did === 'moved') await moveBack(tx, catalog, step);
    else await insertRow(tx, catalog, step.table, step.row);
  } catch (error) {
    if (!isOverBy(error)) throw error;
    await tx.execute(sql`rollback to savepoint step_back`);
  }
}

async function moveBack(
  tx: Transaction,
  catalog: DatabaseShape,
  { table, column, from, to, keys }: Extract<MergeStep, { did: 'moved' }>,
) {
  const key = primaryKeyOf(catalog, table).filter((one) => one !== column);
  const isTheirs = key.map((one) => sql`${name(table)}.${name(one)} = moved.${name(one)}`);
  const conditions = sql.join([sql`${name(table)}.${name(column)} = ${to}`, ...isTheirs], sql` and `);
  await tx.execute(sql`
    update ${name(table)} set ${name(column)} = ${from}
    from jsonb_populate_recordset(null::${name(table)}, ${JSON.stringify(keys)}::jsonb) moved where ${conditions}`);
}

/** The one that comes first stays; without an order, it is the one of whoever stays. */
async function settle(
  mover: Mover,
  table: string,
  { mine, theirs }: Record<'mine' | 'theirs', KeptRow>,
): Promise<void> {
  const { tx, catalog, firsts } = mover;
  const order = firsts.get(table);
  const key = primaryKeyOf(catalog, table);
  let isMine = true;
  if (order) {
    const { rows } = await tx.execute<{ row: KeptRow }>(sql`
      select to_jsonb(${name(table)}) as row from ${name(table)}
      where ${isRow(catalog, table, [mine, theirs])} order by ${order} limit 1`);
    isMine = key.every((one) => rows[0]?.row[one] === mine[one]);
  }
  const [stays, goes] = isMine ? [mine, theirs] : [theirs, mine];
  if (key.length === 1 && key[0] === 'id')
    for (const { table: naming, column } of catalog.references.filter(({ target }) => target === table))
      await repoint(mover, { table: naming, column, from: String(goes.id), to: String(stays.id) });
  // What named it may have been changed with it.
  await setAside(mover, table, goes);
}

/** Puts a row in as it was kept, where nobody has one of the kind. */
export async function insertRow(
  tx: Transaction,
  catalog: DatabaseShape,
  table: string,
  row: KeptRow,
): Promise<void> {
  const columns = sql.join((catalog.columns.get(table) ?? []).map(name), sql`, `);
  await tx.execute(sql`insert into ${name(table)} (${columns})
    select ${columns} from jsonb_populate_record(null::${name(table)}, ${JSON.stringify(row)}::jsonb)
    on conflict do nothing`);
}

/** The condition that a row is one of these, by its primary key. */
function isRow(catalog: DatabaseShape, table: string, rows: KeptRow[]): SQL {
  const key = primaryKeyOf(catalog, table);
  const own = sql.join(
    key.map((one) => sql`${name(table)}.${name(one)}`),
    sql`, `,
  );
  const named = sql.join(
    key.map((one) => sql`asked.${name(one)}`),
    sql`, `,
  );
  return sql`(${own}) in (select ${named} from
    jsonb_populate_recordset(null::${name(table)}, ${JSON.stringify(rows)}::jsonb) asked)`;
}

/** What a row names is gone, or somebody has one of the kind again. */
function isOverBy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && (error.code === '23503' || error.code === '23505')) return true;
  return isOverBy(error.cause);
}

function name(of: string): SQL {
  return sql`${sql.identifier(of)}`;
}
