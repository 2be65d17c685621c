import type { Transaction } from '@groundwork/database';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Invalid, NotFound, type FieldRefusal } from '../../errors.ts';
import { note } from '../../journal.ts';
import { permit } from '../../policy.ts';
import { noteHistory } from '../actions.ts';
import type { FieldValuesInput } from './contract.ts';
import { fieldPolicy } from './policy.ts';
import { listFieldValues, type SeenField } from './queries.ts';
import { fieldValues, personFields } from './tables.ts';
import { readValue } from './values.ts';

/** What a field shall hold of a person: null for nothing. */
type Filled = { field: SeenField; value: string | null };

/**
 * Fills in what is known of a person; an empty value takes out what was there, and fields that are not named stay. Each
 * that is no value of its kind is refused (422) at `value-<field>`; a field that the viewer does not see is not there.
 */
export async function fillFields(
  ctx: Context,
  slug: string,
  { personId, values }: FieldValuesInput & { personId: string },
): Promise<void> {
  const { group, rows } = await listFieldValues(ctx, slug, personId);
  permit(fieldPolicy, 'fill', group);
  const known = new Map(rows.map((row) => [row.id, row]));
  const ids = values.map(({ field }) => field);
  if (ids.some((id) => !known.has(id))) throw new NotFound('field');
  if (new Set(ids).size < ids.length) throw new Invalid([{ name: 'values', code: 'field.twice' }]);
  await ctx.change(async (tx) => {
    const now = await lockFields(tx, group.id, ids);
    const filled = readAll(values, now).filter(({ field, value }) => value !== known.get(field.id)?.value);
    if (filled.length === 0) return;
    await keep(tx, { groupId: group.id, personId, filled });
    for (const { field } of filled) noteFilled(tx, { groupId: group.id, personId, field });
    note(
      tx,
      ctx,
      'people.fields-filled',
      { groupId: group.id, id: personId },
      { fieldIds: filled.map(({ field }) => field.id) },
    );
  });
}

/** The fields as they are, and stay until the transaction ends: no choice goes meanwhile. */
async function lockFields(tx: Transaction, groupId: string, ids: string[]): Promise<Map<string, SeenField>> {
  const rows = await tx
    .select()
    .from(personFields)
    .where(and(eq(personFields.groupId, groupId), inArray(personFields.id, ids)))
    .orderBy(asc(personFields.id))
    .for('share');
  return new Map(rows.map((field) => [field.id, field]));
}

function readAll(values: FieldValuesInput['values'], fields: Map<string, SeenField>): Filled[] {
  const refused: FieldRefusal[] = [];
  const filled = values.flatMap(({ field: id, value: typed }): Filled[] => {
    const field = fields.get(id);
    if (!field) throw new NotFound('field');
    if (typed === '') return [{ field, value: null }];
    const read = readValue(field, typed);
    if ('value' in read) return [{ field, value: read.value }];
    refused.push({ name: `value-${id}`, code: read.code });
    return [];
  });
  if (refused.length > 0) throw new Invalid(refused);
  return filled;
}

type Keeping = { groupId: string; personId: string; filled: Filled[] };
async function keep(tx: Transaction, { groupId, personId, filled }: Keeping) {
  const emptied = filled.flatMap(({ field, value }) => (value === null ? field.id : []));
  await tx
    .delete(fieldValues)
    .where(and(eq(fieldValues.personId, personId), inArray(fieldValues.fieldId, emptied)));
  const rows = filled.flatMap(({ field: { id: fieldId, kind }, value }) =>
    value === null ? [] : { groupId, personId, fieldId, kind, value },
  );
  if (rows.length === 0) return;
  await tx
    .insert(fieldValues)
    .values(rows)
    .onConflictDoUpdate({
      target: [fieldValues.personId, fieldValues.fieldId],
      set: { value: sql`excluded.value`, importId: null },
    });
}

/** Whoever may not see a field does not read its name in a person's history either. */
function noteFilled(
  tx: Transaction,
  { groupId, personId, field: { id, name, sees } }: { groupId: string; personId: string; field: SeenField },
) {
  const isOpen = sees === 'organizers';
  const kind = isOpen ? 'recorded' : 'recorded-apart';
  noteHistory(tx, { groupId, personId, kind, subjectId: id, label: isOpen ? name : null });
}
