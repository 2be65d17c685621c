import { sql, type SQL } from 'drizzle-orm';
import { personHistory } from '../../people/tables.ts';
import type { RunningDeed } from './changes.ts';

/** Writes into the history of whoever is in `changed` what a deed did, as doing it one by one does: as a part of a `with`. */
export function deedHistory({ groupId, kind, field }: RunningDeed, actorId: string | null): SQL {
  const line = (what: SQL) => sql`, told as (
    insert into ${personHistory} (id, group_id, person_id, kind, subject_id, label, actor_id, fields)
    select gen_random_uuid(), ${groupId}::uuid, person_id, ${what} from changed)`;
  const corrected = (name: string) =>
    line(sql`'corrected', null::uuid, null, ${actorId}::uuid, array[${name}::text]`);
  if (kind === 'assess') return corrected('assessment');
  if (kind === 'hand') return corrected('contact');
  if (kind !== 'fill' || !field) return sql``;
  // Whoever may not see a field does not read its name in a person's history either.
  const isOpen = field.sees === 'organizers';
  return line(
    sql`${isOpen ? 'recorded' : 'recorded-apart'}, ${field.id}::uuid, ${isOpen ? field.name : null}::text, ${actorId}::uuid, null::text[]`,
  );
}
