import type { Transaction } from '@groundwork/database';
import { getTableName, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Subject } from '../../subject.ts';

/** What the database itself knows of its tables: by what rows are one of a kind, and which name which. */
export type DatabaseShape = {
  uniques: { table: string; isPrimary: boolean; columns: string[] }[];
  /** Columns that name the row of another table by its id. */
  references: { table: string; column: string; target: string }[];
  /** The columns of each table that can be written. */
  columns: Map<string, string[]>;
};

export async function readShape(tx: Transaction): Promise<DatabaseShape> {
  const uniques = await tx.execute<DatabaseShape['uniques'][number]>(sql`
    select c.relname as table, i.indisprimary as "isPrimary", array_agg(a.attname::text) as columns
    from pg_index i join pg_class c on c.oid = i.indrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey::int2[])
    where i.indisunique and i.indexprs is null and i.indpred is null and c.relnamespace = 'public'::regnamespace
    group by c.relname, i.indexrelid, i.indisprimary`);
  const references = await tx.execute<DatabaseShape['references'][number]>(sql`
    select own.relname as table, a.attname as column, named.relname as target
    from pg_constraint k join pg_class own on own.oid = k.conrelid join pg_class named on named.oid = k.confrelid
    cross join lateral unnest(k.conkey, k.confkey) as part(own_num, named_num)
    join pg_attribute a on a.attrelid = own.oid and a.attnum = part.own_num
    join pg_attribute b on b.attrelid = named.oid and b.attnum = part.named_num and b.attname = 'id'
    where k.contype = 'f' and own.relnamespace = 'public'::regnamespace`);
  const columns = await tx.execute<{ table: string; columns: string[] }>(sql`
    select c.relname as table, array_agg(a.attname::text) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
      and not a.attisdropped and a.attgenerated = ''
      and not (c.relname = 'people' and a.attname = any(${sql.param(KEPT_BY_TRIGGERS)}::text[]))
    group by c.relname`);
  return {
    uniques: uniques.rows,
    references: references.rows,
    columns: new Map(columns.rows.map((row) => [row.table, row.columns])),
  };
}

/** Of people, what follows the rows of other tables, whoever those name. */
const KEPT_BY_TRIGGERS = ['came_count', 'city_letters'];

/** Every column that names a person, as the subjects say. */
export function columnsOfPeople(subjects: Subject[]): { table: string; column: string }[] {
  return subjects
    .flatMap(({ ties = [], follows = [] }) => [...ties, ...follows])
    .map((column) => ({ table: getTableName(column.table), column: nameOf(column) }));
}

function nameOf(column: AnyPgColumn): string {
  return column.name.replaceAll(/[A-Z]/g, '_$&').toLowerCase();
}

/** The columns of the primary key of a table. */
export function primaryKeyOf({ uniques }: DatabaseShape, table: string): string[] {
  const key = uniques.find((one) => one.table === table && one.isPrimary);
  if (!key) throw new Error(`${table} has no primary key`);
  return key.columns;
}
