import { sql, type SQL } from 'drizzle-orm';
import { standsIn } from '../../groups/standing.ts';
import { MOST_TAGS } from '../../people/contract.ts';
import type { SeenField } from '../../people/fields/queries.ts';
import { fieldValues } from '../../people/fields/tables.ts';
import { people } from '../../people/tables.ts';
import { listPeople } from '../tables.ts';
import { valuesGivenBack, valuesTaken } from './clearing.ts';
import type { peopleDeeds } from './tables.ts';

/** A deed with the field that it fills in, as that is now; null where there is none, or not for whoever asked. */
export type RunningDeed = typeof peopleDeeds.$inferSelect & { field: SeenField | null };

/**
 * What a deed changes of those in `batch`, as parts of a `with`: `changed` has the ids of those who were not so before, and
 * what stood there, where taking it back needs to know.
 */
export function changeOf(deed: RunningDeed): SQL {
  const { kind } = deed;
  return sql`changed as (${isTurning(kind) ? turned(deed, kind) : written(deed, kind)})`;
}

/** The same for taking it back, of those who are as the deed left them; `batch` has what stood there `before`. */
export function takingBackOf(deed: RunningDeed): SQL {
  const { kind } = deed;
  return isTurning(kind) ? sql`changed as (${turned(deed, OPPOSITES[kind])})` : restored(deed, kind);
}

type Kind = RunningDeed['kind'];
/** Kinds that are taken back by doing another. */
type Turning = keyof typeof OPPOSITES;
const OPPOSITES = { tag: 'untag', untag: 'tag', list: 'unlist', unlist: 'list' } as const;
function isTurning(kind: Kind): kind is Turning {
  return kind in OPPOSITES;
}

const isOfBatch = sql`person_id in (select person_id from batch)`;
const NOBODY_CHANGED = sql`select person_id, null::jsonb as before from batch where false`;

function turned({ groupId, tag, listId }: RunningDeed, kind: Turning): SQL {
  switch (kind) {
    case 'tag':
      return sql`update ${people} set tags = tags || ${tag}::text
        where id in (select person_id from batch) and not tags @> array[${tag}::text] and cardinality(tags) < ${MOST_TAGS}
        returning id as person_id, null::jsonb as before`;
    case 'untag':
      return sql`update ${people} set tags = array_remove(tags, ${tag}::text)
        where id in (select person_id from batch) and tags @> array[${tag}::text]
        returning id as person_id, null::jsonb as before`;
    case 'list':
      return sql`insert into ${listPeople} (group_id, list_id, person_id)
        select ${groupId}::uuid, ${listId}::uuid, person_id from batch
        on conflict do nothing returning person_id, null::jsonb as before`;
    case 'unlist':
      return sql`delete from ${listPeople} where list_id = ${listId} and ${isOfBatch}
        returning person_id, null::jsonb as before`;
  }
}

/** The people of a batch as they are, held: nobody changes them before what stood there is written down. */
const was = sql`(select * from ${people} where id in (select person_id from batch) order by id for update)`;

function written(
  { groupId, value, contactAccountId, field, isClearing }: RunningDeed,
  kind: Exclude<Kind, Turning>,
): SQL {
  switch (kind) {
    case 'assess':
      return sql`update ${people} set assessment = ${value}::smallint from ${was} was
        where people.id = was.id and was.assessment is distinct from ${value}::smallint
        returning people.id as person_id, jsonb_build_object('value', was.assessment) as before`;
    case 'hand':
      return sql`update ${people} set contact_account_id = ${contactAccountId}::uuid from ${was} was
        where people.id = was.id and was.contact_account_id is distinct from ${contactAccountId}::uuid
          and (${isClearing}::boolean or ${standsIn(sql`${contactAccountId}::uuid`, sql`${groupId}::uuid`, 'see_people')})
        returning people.id as person_id, jsonb_build_object('value', was.contact_account_id) as before`;
    case 'fill':
      if (field && isClearing) return valuesTaken(field);
      // The field's row is held, so nobody fills it in meanwhile: what the sub-select reads is what is written over.
      return field
        ? sql`insert into ${fieldValues} (group_id, person_id, field_id, kind, value)
            select ${groupId}::uuid, person_id, ${field.id}::uuid, ${field.kind}, ${value}::text from batch
            on conflict (person_id, field_id) do update set value = excluded.value, import_id = null
              where field_values.value <> excluded.value
            returning person_id, (select jsonb_build_object('value', old.value, 'kind', old.kind, 'importId', old.import_id)
              from ${fieldValues} old where old.person_id = field_values.person_id and old.field_id = field_values.field_id) as before`
        : NOBODY_CHANGED;
    case 'export':
      return NOBODY_CHANGED;
  }
}

const stood = sql`(batch.before ->> 'value')`;

function restored(
  { groupId, value, contactAccountId, field, isClearing }: RunningDeed,
  kind: Exclude<Kind, Turning>,
): SQL {
  const stands = standsIn(sql`${stood}::uuid`, sql`${groupId}::uuid`, 'see_people');
  switch (kind) {
    case 'assess':
      return sql`changed as (update ${people} set assessment = ${stood}::smallint from batch
        where people.id = batch.person_id and people.assessment = ${value}::smallint returning people.id as person_id)`;
    case 'hand':
      // Whoever sees the people no more is not given them back.
      return sql`changed as (update ${people} set contact_account_id = case
          when ${stands} then ${stood}::uuid end
        from batch where people.id = batch.person_id
          and ${isClearing ? sql`people.contact_account_id is null and ${stands}` : sql`people.contact_account_id = ${contactAccountId}::uuid`}
        returning people.id as person_id)`;
    case 'fill':
      if (field && isClearing) return valuesGivenBack(groupId, field);
      return field ? emptiedOrRestored(field, value) : sql`changed as (${NOBODY_CHANGED})`;
    case 'export':
      return sql`changed as (${NOBODY_CHANGED})`;
  }
}

/** A choice that is offered no more does not come back: who has what the deed wrote keeps it. */
function emptiedOrRestored({ id, kind, choices }: SeenField, value: string | null): SQL {
  const isAsLeft = sql`held.field_id = ${id} and held.person_id = batch.person_id and held.value = ${value}`;
  const isOffered = kind === 'choice' ? sql`${stood} = any(${sql.param(choices)}::text[])` : sql`true`;
  return sql`emptied as (delete from ${fieldValues} held using batch where ${isAsLeft} and batch.before is null
      returning held.person_id),
    refilled as (update ${fieldValues} held set value = ${stood}, import_id = (batch.before ->> 'importId')::uuid
      from batch where ${isAsLeft} and batch.before ->> 'kind' = held.kind and ${isOffered} returning held.person_id),
    changed as (select person_id from emptied union all select person_id from refilled)`;
}
