import type { Queryable } from '@groundwork/database';
import { and, between, eq, gte, lte, or, sql, type SQL } from 'drizzle-orm';
import { groups } from '../groups/tables.ts';
import { personAddresses } from '../people/tables.ts';
import { boxAround, type Box } from '../site/postcodes/places.ts';
import { findPostcodePlaces, type PostcodePlace } from '../site/postcodes/queries.ts';
import { postcodes } from '../site/postcodes/tables.ts';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Line, LineCondition } from './lines.ts';

export type NearLine = Extract<LineCondition, { is: 'near' }>;
/** Where the postcodes lie that lines are about, by how they were typed. */
export type Places = ReadonlyMap<string, PostcodePlace>;

/** Looks up, once for all lines, where their postcodes lie: in the group's own country, where it named one. */
export async function findPlacesAsked(
  { db }: { db: Queryable },
  groupId: string,
  lines: Line[],
): Promise<Places> {
  const typed = [...new Set(lines.flatMap(({ who }) => (who.is === 'near' ? [who.postcode] : [])))];
  if (typed.length === 0) return new Map();
  const [home] = await db.select({ country: groups.country }).from(groups).where(eq(groups.id, groupId));
  return findPostcodePlaces({ db }, typed, home?.country ?? null);
}

/**
 * The ids of those whose postcode lies within so many kilometres of a place, by the whole postcode or by its area. Whose
 * country is not written in its two letters is taken to live in that of the place.
 */
export function livingNear({ km }: NearLine, place: PostcodePlace, groupId: string): SQL {
  const { latitude, longitude, country } = postcodes;
  const isNear = and(
    isWithin(boxAround(place, km)),
    sql`distance_km(${latitude}, ${longitude}, ${place.latitude}::float8, ${place.longitude}::float8) <= ${km}::float8`,
  );
  const lives = sql`case upper(${personAddresses.country}) when 'UK' then 'GB'
    else coalesce(substring(upper(${personAddresses.country}) from '^[A-Z]{2}$'), ${place.country}) end`;
  const by = (code: AnyPgColumn) => sql`select ${personAddresses.personId} from ${postcodes}
    join ${personAddresses} on ${personAddresses.groupId} = ${groupId} and ${code} = ${postcodes.code}
    where ${isNear} and (${country} = '' or ${country} = ${lives})`;
  // Gathered once, whatever the planner expects of it.
  return sql`with near as materialized (${by(personAddresses.code)} union all ${by(personAddresses.area)})
    select person_id from near`;
}

function isWithin({ south, north, west, east }: Box): SQL | undefined {
  const { latitude, longitude } = postcodes;
  const isBetween =
    west <= east ? between(longitude, west, east) : or(gte(longitude, west), lte(longitude, east));
  return and(between(latitude, south, north), isBetween);
}
