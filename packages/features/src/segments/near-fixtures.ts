import type { Database } from '@groundwork/database';
import { constant, constantFrom, record, type Arbitrary } from 'fast-check';
import type { Position } from '../site/postcodes/places.ts';
import { findPostcodePlaces } from '../site/postcodes/queries.ts';
import { postcodes } from '../site/postcodes/tables.ts';
import type { LineCondition } from './lines.ts';
import type { NearLine, Places } from './near-lines.ts';

/** What the site knows: one postcode whole, one by its area alone, one of any country, and a namesake in France. */
const KNOWN = [
  { code: 'SW1A1AA', country: 'GB', latitude: 51.501, longitude: -0.1416 },
  { code: 'SW19', country: 'GB', latitude: 51.423, longitude: -0.2065 },
  { code: 'E_5', country: '', latitude: 52.2, longitude: 0.12 },
  { code: 'SW1A1AA', country: 'FR', latitude: 48.857, longitude: 2.352 },
];
const AREAS: Record<string, string> = { SW195AE: 'SW19', SW1A1AA: 'SW1A' };

/** Keeps them, and looks up where the postcodes of lines lie, for a group in Great Britain. */
export async function keepPostcodes(db: Database): Promise<Places> {
  await db.insert(postcodes).values(KNOWN);
  return findPostcodePlaces({ db }, CENTERS, 'GB');
}
const CENTERS = ['sw1a 1aa', 'sw19 5ae', 'e_5', 'nowhere'];

export type Dweller = { postcode: string | null; country: string | null };

/** Whether somebody lives near a postcode, slowly and in plain words. */
export function dwellsNear({ km, postcode }: NearLine, { postcode: own, country }: Dweller): boolean {
  const center = placeOf(postcode);
  if (!center || own === null) return false;
  const home =
    country !== null && /^[a-z]{2}$/i.test(country)
      ? (COUNTRIES[country] ?? country.toUpperCase())
      : center.country;
  const codes = codesOf(own);
  const theirs = KNOWN.filter(
    (known) => codes.includes(known.code) && (known.country === '' || known.country === home),
  );
  return theirs.some((known) => distanceBetween(known, center) <= km);
}

const COUNTRIES: Record<string, string> = { UK: 'GB' };

function placeOf(postcode: string) {
  return KNOWN.find(({ code, country }) => codesOf(postcode).includes(code) && country !== 'FR');
}

function codesOf(postcode: string) {
  const code = postcode.replaceAll(' ', '').toUpperCase();
  return [code, AREAS[code] ?? code];
}

/** By the angle between two places as seen from the middle of the earth. */
function distanceBetween(one: Position, other: Position): number {
  const [a, b] = [one, other].map(({ latitude, longitude }) => {
    const [up, around] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
    return [Math.cos(up) * Math.cos(around), Math.cos(up) * Math.sin(around), Math.sin(up)];
  });
  const along = (a ?? []).reduce((sum, part, axis) => sum + part * (b?.[axis] ?? 0), 0);
  return 6371.0088 * Math.acos(Math.max(-1, Math.min(1, along)));
}

export function someNearLines(): Arbitrary<LineCondition>[] {
  return [
    record({
      is: constant('near' as const),
      km: constantFrom(1, 9, 15, 100, 500),
      postcode: constantFrom(...CENTERS),
    }),
  ];
}
