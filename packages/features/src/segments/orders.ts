import { sql } from 'drizzle-orm';
import { Invalid } from '../errors.ts';
import { keyset, turnOf, type Keyset, type Turn } from '../keyset.ts';
import { closeness, people } from '../people/tables.ts';
import type { FoundQuery, PeopleOrder } from './contract.ts';

/** Without accents and capitals, as a search finds it: "Álvarez" stands among the A. */
const letters = sql`same_letters(${people.name})`;

const orders: Record<PeopleOrder, Keyset> = {
  newest: keyset('desc', people.addedAt, people.id),
  oldest: keyset('asc', people.addedAt, people.id),
  'seen-last': keyset('desc', people.lastSeenAt, people.id),
  'seen-first': keyset('asc', people.lastSeenAt, people.id),
  name: keyset('asc', { of: letters, type: 'text' }, people.id),
  'name-back': keyset('desc', { of: letters, type: 'text' }, people.id),
  'came-most': keyset('desc', people.cameCount, people.id),
  'came-least': keyset('asc', people.cameCount, people.id),
  closest: keyset('asc', { of: closeness(people), type: 'integer' }, people.id),
  furthest: keyset('desc', { of: closeness(people), type: 'integer' }, people.id),
};

const FIRST = '00000000-0000-0000-0000-000000000000';
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** How many of an order's nearest are looked through one by one before all who match are gathered. */
export type Walk = Turn & { near: number };

/** The page that is asked for: beside a cursor, or from a letter or day on. What is no day is Invalid, at `from`. */
export function pageAsked(asked: Omit<FoundQuery, 'lines'>): Walk {
  const name = asked.order ?? 'newest';
  // The letters of a name take a hundred times as long to compare as a moment.
  const near = name.startsWith('name') ? 2_000 : 10_000;
  const turn = { ...turnOf(orders[name], asked), near };
  const from = asked.from?.trim();
  return turn.place === undefined && from ? { ...turn, place: placeOf(name, from) } : turn;
}

/** The place before the first who begins with these letters, or is of this day; of an order that runs back, after the last. */
function placeOf(order: PeopleOrder, from: string): string[] | undefined {
  if (order === 'name') return [sameLetters(from), FIRST];
  if (order === 'name-back') return [`${sameLetters(from)}\u{10ffff}`, LAST];
  if (BY_NUMBER.includes(order)) return undefined;
  if (!isDay(from)) throw new Invalid([{ name: 'from', code: 'field.date' }]);
  const isUp = order === 'oldest' || order === 'seen-first';
  return isUp ? [`${from}T00:00:00Z`, FIRST] : [`${from}T23:59:59.999999Z`, LAST];
}

/** Whether this is a day that there is, as ISO writes it: not the 31st of February. */
function isDay(typed: string): boolean {
  if (!/^(19[7-9]|20\d)\d-\d\d-\d\d$/.test(typed)) return false;
  const at = Date.parse(`${typed}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(typed);
}

/** Orders that no letter and no day begins. */
const BY_NUMBER: readonly PeopleOrder[] = ['came-most', 'came-least', 'closest', 'furthest'];

/** What same_letters() of the database makes of the few letters that are typed here. */
function sameLetters(typed: string) {
  return typed.toWellFormed().normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFC');
}
