import { sql, type SQL } from 'drizzle-orm';
import { compacts, compactUses } from '../compacts/tables.ts';
import type { Context } from '../context.ts';
import { groups } from '../groups/tables.ts';
import type { SharedPeople } from './contract.ts';
import { isFoundIn, type CoalitionSight } from './sight.ts';

const MOST = 30;

/** How many people groups of a coalition have in common, where both of two agreed to have it counted and shown; the most first. */
export async function listPeopleInCommon(
  { db }: Pick<Context, 'db'>,
  sight: CoalitionSight,
): Promise<SharedPeople[]> {
  const { rows } = await db.execute<SharedPeople>(sql`
    select json_build_array(
        json_build_object('slug', one_slug, 'name', one_name, 'language', one_language),
        json_build_object('slug', other_slug, 'name', other_name, 'language', other_language)) as groups,
      in_common as count, counted_on as "countedOn"
    from ${sharedPairs(sight)} pair order by in_common desc, one_id, other_id limit ${MOST}`);
  return rows;
}

/**
 * Each pair of groups with what was counted of them last, to select from: not older than a year, and only as long as neither ended the
 * agreement under which it was counted.
 */
export function sharedPairs(sight: CoalitionSight): SQL {
  const of = (name: string) =>
    sql.raw(`${name}.id as ${name}_id, ${name}.slug as ${name}_slug,
    ${name}.name as ${name}_name, ${name}.language as ${name}_language`);
  return sql`(select distinct on (one.id, other.id) ${of('one')}, ${of('other')}, use.in_common,
      use.counted_at::date as counted_on
    from ${compactUses} use join ${compacts} agreement on agreement.id = use.compact_id
    join ${groups} one on one.id = least(agreement.group_id, agreement.writer_id)
    join ${groups} other on other.id = greatest(agreement.group_id, agreement.writer_id)
    where use.is_shown and use.in_common is not null and use.counted_at > now() - interval '1 year'
      and (agreement.ends_at is null or agreement.ends_at > now())
      and ${isFoundIn(sight, sql`one`)} and ${isFoundIn(sight, sql`other`)}
    order by one.id, other.id, use.counted_at desc)`;
}
