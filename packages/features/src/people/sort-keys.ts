import { sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';

/** How close to a group somebody is, in the order in which lists show it: whoever is not assessed comes last. */
export function closeness({ assessment }: { assessment: AnyPgColumn }): SQL {
  return sql`coalesce(${assessment}, 6)`;
}

/** The first tag of somebody in letters, by which lists show them; null of who has none. first_tag() is in `people_ordered`. */
export function firstTag({ tags }: { tags: AnyPgColumn }): SQL {
  return sql`(case when cardinality(${tags}) > 0 then first_tag(${tags}) end)`;
}
