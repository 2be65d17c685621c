import { sql, type SQL } from 'drizzle-orm';
import { people } from '../people/tables.ts';

/**
 * Whether a person is one of these ids. Asked as `exists`, of which the server makes a join or a set, or looks each person up by an index. Of `id in (...)`, where
 * it stands behind "or" or "not", it makes a list to read through for each person as soon as the set outgrows its memory.
 */
export function isAmong(ids: SQL): SQL {
  return sql`exists (select from (${ids}) among (id) where among.id = ${people.id})`;
}
