import { and, eq, inArray, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { personExternalIds } from '../external-ids/tables.ts';
import type { SeenField } from '../fields/queries.ts';
import { fieldValues } from '../fields/tables.ts';
import { consents, contactPoints, people, personAddresses } from '../tables.ts';

/** Of which group, whom of it if not everyone, and which of its own fields whoever takes it out may see. */
export type Exported = { groupId: string; among: SQL | undefined; fields: SeenField[] };

/** What is written of each person: a cell or several. `isWhole`: one, and with nothing of CSV around it. */
export type Row = { select: SQL; isWhole?: boolean };

/** Reads everyone, in stretches of lines. */
export type Stretches = (row: Row) => AsyncGenerator<Buffer>;

/** Over the joined rows: whether they may be mailed, the day of each no, and what stands beside the person. */
export const mailable = sql`${people.email} is not null and not ${people.doNotContact} and ${consents.personId} is not null`;
export const furtherEmails = sql`further.emails`;
export const furtherPhones = sql`further.phones`;
/** Of a tool and its number for them, as `tool:number`. */
export const externalIds = sql`named.ids`;
/** With `:::` between several, as our own import and others' read it. */
export const BETWEEN = ':::';

/** How much of the mail somebody wants, where it is less than all of it, as preferences/cells.ts reads it. Asked of those few first. */
export const emailLimits = sql`case when (${consents.pace} is not null or ${consents.onlyAbout} is not null) and ${mailable}
  then nullif(concat_ws('${sql.raw(BETWEEN)}', ${consents.pace}, (
    select string_agg('campaign:' || (one ->> 'id') || ':' || replace(one ->> 'title', '${sql.raw(BETWEEN)}', ' '), '${sql.raw(BETWEEN)}' order by place)
      from jsonb_array_elements(${consents.onlyAbout}) with ordinality chosen(one, place))), '') end`;

/** Whether they said no to this: `text/updates`. */
export function refusedTo(no: string): SQL {
  return sql`coalesce(${no}::text = any(refused.noes), false)`;
}

/** What is known of them in one of the group's own fields, as text. */
export function valueOf({ id }: SeenField): SQL {
  return sql`(known.held ->> ${id})`;
}

/**
 * Consents are joined, not asked for each: a stretch is in the order of both keys, and they are read side by side. The
 * stretch is said of both, or the consents of everyone would be read for each.
 */
export function heldIn(
  { groupId, among, fields }: Exported,
  { select }: Row,
  isWithin: (id: SQLWrapper) => SQL | undefined,
): SQL {
  const agreed = sql`${consents.personId} = ${people.id} and ${consents.way} = 'email'
    and ${consents.purpose} = 'updates' and ${consents.given} = 'yes' and ${isWithin(consents.personId)}`;
  const refused = sql`select no.person_id, array_agg(no.way || '/' || no.purpose) as noes from ${consents} no
    where no.given = 'no' and no.way <> 'email' and ${isWithin(sql`no.person_id`)} group by no.person_id`;
  const further = sql`select point.person_id, ${furtherOf('email')} as emails, ${furtherOf('phone')} as phones
    from ${contactPoints} point where ${isWithin(sql`point.person_id`)} group by point.person_id`;
  const named = sql`select own.person_id, string_agg(own.tool || ':' || own.value, '${sql.raw(BETWEEN)}' order by own.tool, own.value) as ids
    from ${personExternalIds} own where ${isWithin(sql`own.person_id`)} group by own.person_id`;
  // By the key they lie in, so that they too are read side by side; those that nobody here sees are left behind.
  const known =
    () => sql`left join (select value.person_id, jsonb_object_agg(value.field_id, value.value) as held
    from ${fieldValues} value where ${inArray(
      sql`value.field_id`,
      fields.map(({ id }) => id),
    )}
      and ${isWithin(sql`value.person_id`)} group by value.person_id) known on known.person_id = ${people.id}`;
  return sql`select ${select}
    from ${people} left join ${consents} on ${agreed} left join (${refused}) refused on refused.person_id = ${people.id}
    left join (${further}) further on further.person_id = ${people.id}
    left join (${named}) named on named.person_id = ${people.id}
    left join ${personAddresses} on ${personAddresses.personId} = ${people.id} and ${isWithin(personAddresses.personId)}
    ${fields.length > 0 ? known() : sql``}
    where ${and(eq(people.groupId, groupId), isWithin(people.id), among)} order by ${people.id}`;
}

function furtherOf(kind: 'email' | 'phone') {
  return sql`string_agg(point.value, '${sql.raw(BETWEEN)}' order by point.added_at, point.id) filter (where point.kind = ${kind})`;
}
