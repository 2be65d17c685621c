import type { Queryable, Transaction } from '@groundwork/database';
import { and, eq, sql } from 'drizzle-orm';
import { createHmac } from 'node:crypto';
import type { Context } from '../../context.ts';
import { Invalid } from '../../errors.ts';
import { lockGroup } from '../../groups/locks.ts';
import { LENGTHS } from '../../lengths.ts';
import { permit } from '../../policy.ts';
import { addFields } from '../fields/actions.ts';
import { fieldPolicy } from '../fields/policy.ts';
import { findFields, type SeenField } from '../fields/queries.ts';
import { plain } from './cells.ts';
import { fieldIdOf, type Mapping } from './columns.ts';
import { FIELD_COLUMN, type Column } from './contract.ts';
import type { SeenImport } from './queries.ts';
import { importMappings, imports } from './tables.ts';

/** By what the next file with the same headings is known; '' for a file without any. Keyed: a heading may be a person. */
export function shapeOf({ settings }: Pick<Context, 'settings'>, headers: string[]): string {
  if (headers.every((header) => header === '')) return '';
  return createHmac('sha256', settings.secret).update(headers.map(plain).join('\n')).digest('base64url');
}

/** What somebody said last of such a file: what its columns hold, and how its days are read. */
export async function keptFor(db: Queryable, { groupId, shape }: { groupId: string; shape: string }) {
  const [kept] = await db
    .select({ columns: importMappings.columns, dateOrder: importMappings.dateOrder })
    .from(importMappings)
    .where(and(eq(importMappings.groupId, groupId), eq(importMappings.shape, shape)));
  return kept;
}

/** The columns as they were kept, without fields that are gone or not for the viewer; else as they are guessed. */
export function keptMapping(kept: Kept, fields: SeenField[], guessed: Mapping): Mapping {
  if (kept?.columns.length !== guessed.columns.length) return guessed;
  const isNever = (column: number) => guessed.known[column] === 'never';
  const columns = kept.columns.map((one, column) =>
    !isNever(column) && isThere(one, fields) ? one : 'none',
  );
  return { columns, known: columns.map((_, column) => (isNever(column) ? 'never' : 'kept')) };
}
type Kept = Awaited<ReturnType<typeof keptFor>>;

/** Refuses columns that shall become a field which is not there for the viewer, or a new one that they may not define. */
export function refuseColumns(
  group: Parameters<typeof fieldPolicy.define>[0],
  columns: Column[],
  fields: SeenField[],
) {
  if (!columns.every((column) => isThere(column, fields)))
    throw new Invalid([{ name: 'columns', code: 'field.choice' }]);
  if (columns.includes('new')) permit(fieldPolicy, 'define', group);
}

/**
 * Makes a field of each column that shall become a new one, and keeps what the columns hold, and how days are read, for
 * the next file of this shape. A name that a field has already, whatever its capitals, is that field.
 */
export async function settleColumns(
  ctx: Context,
  tx: Transaction,
  { id, group, ...plan }: SeenImport,
): Promise<void> {
  await lockGroup(tx, group.id);
  const fields = await findFields(tx, group);
  refuseColumns(group, plan.columns, fields);
  const columns = await withNewFields(ctx, tx, { ...plan, group, fields });
  await tx.update(imports).set({ columns }).where(eq(imports.id, id));
  if (plan.shape === '') return;
  await tx
    .insert(importMappings)
    .values({ groupId: group.id, shape: plan.shape, columns, dateOrder: plan.dateOrder })
    .onConflictDoUpdate({
      target: [importMappings.groupId, importMappings.shape],
      // A file whose days say themselves how they are read says nothing against the answer of before.
      set: {
        columns,
        dateOrder: sql`coalesce(excluded.date_order, ${importMappings.dateOrder})`,
        keptAt: sql`now()`,
      },
    });
}

type Settling = Pick<SeenImport, 'group' | 'columns' | 'headers' | 'purpose'> & { fields: SeenField[] };
async function withNewFields(
  ctx: Context,
  tx: Transaction,
  { group, columns, headers, purpose, fields }: Settling,
): Promise<Column[]> {
  const nameOf = (column: number) => (headers[column] ?? '').slice(0, LENGTHS.fieldName).trim();
  const key = (name: string) => name.toLowerCase();
  const names = columns.flatMap((one, column) => (one === 'new' ? nameOf(column) : []));
  if (names.includes('')) throw new Invalid([{ name: 'columns', code: 'people.field-nameless' }]);
  const known = new Map(fields.map(({ id, name }) => [key(name), id]));
  const missing = names.filter(
    (name, at) => !known.has(key(name)) && names.findIndex((other) => key(other) === key(name)) === at,
  );
  if (missing.length > 0) {
    if (purpose.trim() === '') throw new Invalid([{ name: 'purpose', code: 'field.required' }]);
    const made = missing.map((name) => ({
      name,
      kind: 'text' as const,
      purpose,
      sees: 'organizers' as const,
    }));
    const ids = await addFields(ctx, tx, { groupId: group.id, fields: made });
    for (const [index, id] of ids.entries()) known.set(key(missing[index] ?? ''), id);
  }
  return columns.map((one, column) => {
    const id = one === 'new' ? known.get(key(nameOf(column))) : undefined;
    return id ? (`${FIELD_COLUMN}${id}` as const) : one;
  });
}

function isThere(column: Column, fields: SeenField[]): boolean {
  const id = fieldIdOf(column);
  return id === undefined || fields.some((field) => field.id === id);
}
