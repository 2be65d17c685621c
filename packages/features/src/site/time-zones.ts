import { zonesCalled, type ZoneCalled } from '@groundwork/words/zones';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { isFoundBy, wordsOf } from '../searches.ts';

/** A zone that can be named on a page: an IANA name, not an offset such as +01:00. */
export function isTimeZone(name: string): boolean {
  if (known.has(name)) return true;
  if (!/^[A-Z][A-Za-z_]*(\/|$)/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    known.add(name);
    return true;
  } catch {
    return false;
  }
}

/** There are some six hundred, and asking takes a while. */
const known = new Set<string>();

/**
 * The zones that a language calls by what was typed, by the one notion of sameness. Whose own place it is comes alone:
 * Spain's zone, and not the Canaries', which are Spain's too.
 */
export async function findTimeZones({ db, language }: Context, typed: string): Promise<ZoneCalled[]> {
  const zones = zonesCalled(language);
  const column = (words: (zone: ZoneCalled) => string) => sql.param(zones.map(words));
  const isPlace = isFoundBy(wordsOf(sql`zone.place`), typed);
  const { rows } = await db.execute<{ timeZone: string; isPlace: boolean }>(sql`
    select zone.name as "timeZone", ${isPlace} as "isPlace"
    from unnest(${column(({ timeZone }) => timeZone)}::text[],
      ${column(({ timeZone, place }) => `${place} ${timeZone.replaceAll(/[/_]/g, ' ')}`)}::text[],
      ${column(({ country }) => country)}::text[]) as zone(name, place, country)
    where ${isPlace} or ${isFoundBy(wordsOf(sql`zone.country`), typed)}`);
  const own = rows.filter((row) => row.isPlace);
  const found = new Set((own.length > 0 ? own : rows).map(({ timeZone }) => timeZone));
  return zones.filter(({ timeZone }) => found.has(timeZone));
}
