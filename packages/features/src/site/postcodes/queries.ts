import type { Queryable } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import type { Position } from './places.ts';
import { postcodeFiles, postcodes } from './tables.ts';

/** What the site knows of where postcodes lie: nothing until a steward of it uploads a file. */
export async function findPostcodeFile({ db }: Pick<Context, 'db'>) {
  const { count, countries, readAt } = postcodeFiles;
  const [file] = await db.select({ count, countries, readAt }).from(postcodeFiles);
  return file ?? { count: 0, countries: [], readAt: null };
}

/** A place and its country, which is empty where the file named none. */
export type PostcodePlace = Position & { country: string };

/**
 * Where postcodes lie that somebody typed: in this country, or in whichever has them as long as that is one. By the whole
 * postcode where the file has it, else by the part of it that names the area. By how they were typed.
 */
export async function findPostcodePlaces(
  { db }: { db: Queryable },
  typed: string[],
  country: string | null,
): Promise<Map<string, PostcodePlace>> {
  if (typed.length === 0) return new Map();
  const { rows } = await db.execute<PostcodePlace & { typed: string; isWhole: boolean }>(sql`
    select asked.typed, found.country, found.latitude, found.longitude,
      found.code = upper(replace(asked.typed, ' ', '')) as "isWhole"
    from unnest(${sql.param(typed)}::text[]) asked(typed)
    join ${postcodes} found on found.code in (upper(replace(asked.typed, ' ', '')), postcode_area(asked.typed))
    where ${country}::text is null or found.country in (${country}, '')`);
  const places = new Map<string, PostcodePlace>();
  for (const [one, all] of Map.groupBy(rows, (row) => row.typed)) {
    const whole = all.filter(({ isWhole }) => isWhole);
    const [place, other] = whole.length > 0 ? whole : all;
    if (place && !other)
      places.set(one, {
        ...{ country: place.country, latitude: place.latitude, longitude: place.longitude },
      });
  }
  return places;
}
