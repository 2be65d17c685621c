import type { Transaction } from '@groundwork/database';
import { sql, type SQL } from 'drizzle-orm';
import { people, personAddresses } from '../../tables.ts';
import { ADDRESS_PARTS } from '../../postal.ts';
import type { IncomingPerson } from '../incoming.ts';
import { importedPeople } from '../tables.ts';

/** Stands between tags, and between all that a row brings, on their way into the database, as none of them holds it. */
export const BETWEEN_BROUGHT = '\u001f';

/** The tags and the parts of a postal address that a row brings, as a list that is taken back knows them: `city:Oakland`. */
export function bringsOf({ tags, address }: Pick<IncomingPerson, 'tags' | 'address'>): string[] {
  const parts = ADDRESS_PARTS.flatMap((part) => (address[part] === null ? [] : [`${part}:${address[part]}`]));
  return [...tags.map((tag) => `tag:${tag}`), ...parts];
}

/** Of what is brought for somebody known, what was not there before the statement in which this stands. */
export function givenTo(personId: SQL, brings: SQL): SQL {
  const filled = ADDRESS_PARTS.map(
    (part) => sql`when ${sql.raw(`'${part}'`)} then home.${sql.raw(part)} is not null`,
  );
  return sql`array(select one from unnest(${brings}) one
    left join ${people} before on before.id = ${personId}
    left join ${personAddresses} home on home.person_id = ${personId}
    where not coalesce(case split_part(one, ':', 1)
      when 'tag' then substr(one, 5) = any(before.tags) ${sql.join(filled, sql` `)} end, false))`;
}

type Batch = { importId: string; ids: string[] };
/**
 * Takes back the tags and the parts of an address that came with an import, as long as they stand as it brought them. What
 * another import brings as well rests on that one from now on.
 */
export async function takeBackGiven(tx: Transaction, { importId, ids }: Batch): Promise<void> {
  const came = sql`${importedPeople} came cross join unnest(came.gave) one
    where came.import_id = ${importId} and came.person_id = any(${sql.param(ids)}::uuid[])`;
  const others = sql`select other.import_id from ${importedPeople} other
    where other.person_id = came.person_id and other.import_id <> ${importId} and one = any(other.brings)`;
  const gone = sql`select came.person_id, array_agg(one) as ones from ${came} and not exists (${others}) group by came.person_id`;
  await tx.execute(sql`update ${people} set tags = array(
      select tag from unnest(people.tags) with ordinality kept(tag, place) where 'tag:' || tag <> all(gone.ones) order by place)
    from (${gone}) gone where people.id = gone.person_id`);
  const rest = ADDRESS_PARTS.map(
    (part) =>
      sql`case when ${sql.raw(`'${part}:' || home.${part}`)} = any(gone.ones) then null else home.${sql.raw(part)} end`,
  );
  await tx.execute(sql`delete from ${personAddresses} home using (${gone}) gone
    where home.person_id = gone.person_id and coalesce(${sql.join(rest, sql`, `)}) is null`);
  const parts = ADDRESS_PARTS.map((part, at) => sql`${sql.raw(part)} = ${rest[at]}`);
  await tx.execute(sql`update ${personAddresses} home set ${sql.join(parts, sql`, `)}
    from (${gone}) gone where home.person_id = gone.person_id`);
  await tx.execute(sql`
    with heirs as (
      select person_id, heir, array_agg(one) as ones
        from (select came.person_id, one, (${others} order by other.import_id limit 1) as heir from ${came}) passed
        where heir is not null group by person_id, heir
    )
    update ${importedPeople} other set gave = other.gave || heirs.ones from heirs
      where other.import_id = heirs.heir and other.person_id = heirs.person_id`);
}
