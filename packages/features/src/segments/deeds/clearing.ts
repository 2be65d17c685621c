import { sql, type SQL } from 'drizzle-orm';
import type { SeenField } from '../../people/fields/queries.ts';
import { fieldValues } from '../../people/fields/tables.ts';
import { imports } from '../../people/imports/tables.ts';

/** Empties a field for those in `batch`, as `changed` is: whoever held nothing is not changed. The field's row is held. */
export function valuesTaken({ id }: SeenField): SQL {
  return sql`delete from ${fieldValues} held using batch where held.field_id = ${id} and held.person_id = batch.person_id
    returning held.person_id, jsonb_build_object('value', held.value, 'kind', held.kind, 'importId', held.import_id) as before`;
}

/**
 * Gives back what a field held, of those for whom nobody filled it in since: no choice that is offered no more, nothing of
 * another kind than the field is now, and nothing that went with its import meanwhile.
 */
export function valuesGivenBack(groupId: string, { id, kind, choices }: SeenField): SQL {
  const stood = sql`(batch.before ->> 'value')`;
  const isOffered = kind === 'choice' ? sql`${stood} = any(${sql.param(choices)}::text[])` : sql`true`;
  return sql`changed as (
    insert into ${fieldValues} (group_id, person_id, field_id, kind, value, import_id)
    select ${groupId}::uuid, batch.person_id, ${id}::uuid, ${kind}, ${stood}, (batch.before ->> 'importId')::uuid from batch
    where batch.before ->> 'kind' = ${kind} and ${isOffered} and not exists (select from ${imports} brought
      where brought.id = (batch.before ->> 'importId')::uuid and brought.state in ('undo-asked', 'undone'))
    on conflict do nothing returning person_id)`;
}
