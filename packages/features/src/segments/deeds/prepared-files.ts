import { sql } from 'drizzle-orm';
import { deedFiles, peopleDeeds } from './tables.ts';

/** For so long a file that was prepared can be had. */
const HOURS_KEPT = 24;

/** The newest whole file of a deed, until it ends. Within a query over `people_deeds`. */
export const fileOfDeed = sql<DeedFile | null>`(
  select jsonb_build_object('key', file.key, 'partCount', file.part_count,
    'endsAt', to_char((file.made_at + ${hoursKept()}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
  from ${deedFiles} file where file.deed_id = ${peopleDeeds.id} and file.ready_at is not null
    and file.made_at > now() - ${hoursKept()} order by file.made_at desc limit 1)`;
export type DeedFile = { key: string; partCount: number; endsAt: string };

export function hoursKept() {
  return sql`make_interval(hours => ${sql.raw(String(HOURS_KEPT))})`;
}
