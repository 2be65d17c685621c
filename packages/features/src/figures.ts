import { sql, type SQL } from 'drizzle-orm';

/* What groups that act together hear of each other's people: nothing under ten, nor what could be worked out from it (0057). */

/** Exact to one's own group; to the others what they are told, and null for fewer than ten. */
export function exactOrByTens(isOwn: SQL, { exact, told }: { exact: SQL; told: SQL }): SQL<number | null> {
  return sql<
    number | null
  >`case when ${isOwn} then (${exact})::int when (${told}) >= 10 then (${told})::int end`;
}

/** Down to the ten. */
export function toTens(figure: SQL): SQL<number> {
  return sql<number>`((${figure}) / 10 * 10)::int`;
}

/** The same of a figure that was read. */
export function downToTen(figure: number): number {
  return figure - (figure % 10);
}

/** An instant as it leaves. */
export function utcMoment(at: SQL): SQL {
  return sql`to_char((${at}) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
}
