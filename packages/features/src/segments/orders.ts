import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { Invalid } from '../errors.ts';
import { keyset, turnOf, type Turn } from '../keyset.ts';
import { closeness, firstTag } from '../people/sort-keys.ts';
import { people } from '../people/tables.ts';
import { FIRST_ID, LAST_ID, turnByContact } from './contact-orders.ts';
import type { FoundQuery, PeopleOrder } from './contract.ts';
import { orderingBy, orderingByText, type Ordering } from './walks.ts';

/** Without accents and capitals, as a search finds it: "Álvarez" stands among the A. */
const letters = sql`same_letters(${people.name})`;

const orders = {
  newest: orderingBy(keyset('desc', people.addedAt, people.id)),
  oldest: orderingBy(keyset('asc', people.addedAt, people.id)),
  'seen-last': orderingBy(keyset('desc', people.lastSeenAt, people.id)),
  'seen-first': orderingBy(keyset('asc', people.lastSeenAt, people.id)),
  name: orderingBy(keyset('asc', { of: letters, type: 'text' }, people.id)),
  'name-back': orderingBy(keyset('desc', { of: letters, type: 'text' }, people.id)),
  'came-most': orderingBy(keyset('desc', people.cameCount, people.id)),
  'came-least': orderingBy(keyset('asc', people.cameCount, people.id)),
  closest: orderingBy(keyset('asc', { of: closeness(people), type: 'integer' }, people.id)),
  furthest: orderingBy(keyset('desc', { of: closeness(people), type: 'integer' }, people.id)),
  email: orderingByText(people.email, 'asc'),
  'email-back': orderingByText(people.email, 'desc'),
  city: orderingByText(people.cityLetters, 'asc'),
  'city-back': orderingByText(people.cityLetters, 'desc'),
  tags: orderingByText(firstTag(people), 'asc'),
  'tags-back': orderingByText(firstTag(people), 'desc'),
};

/** How many of an order's nearest are looked through one by one before all who match are gathered. */
export type Walk = Turn<Ordering> & { near: number };

/** The page that is asked for: beside a cursor, or from a letter or day on. What is no day is Invalid, at `from`. */
export async function pageAsked(
  ctx: Pick<Context, 'db'>,
  groupId: string,
  asked: Omit<FoundQuery, 'lines'>,
): Promise<Walk> {
  const name = asked.order ?? 'newest';
  const from = asked.from?.trim();
  if (name === 'contact' || name === 'contact-back') {
    const direction = name === 'contact' ? 'asc' : 'desc';
    const beginning = from && lettersBefore(from, direction);
    return { ...(await turnByContact(ctx, { ...asked, groupId, direction, from: beginning })), near: 10_000 };
  }
  // Letters take a hundred times as long to compare as a moment.
  const near = isByLetters(name) ? 2_000 : 10_000;
  const turn = { ...turnOf<Ordering>(orders[name], asked), near };
  return turn.place === undefined && from ? { ...turn, place: placeOf(name, from) } : turn;
}

/** The place before the first who begins with these letters, or is of this day; of an order that runs back, after the last. */
function placeOf(order: keyof typeof orders, from: string): string[] | undefined {
  if (BY_NUMBER.includes(order)) return undefined;
  if (isByLetters(order)) {
    const isBack = order.endsWith('-back');
    const place = [lettersBefore(from, isBack ? 'desc' : 'asc'), isBack ? LAST_ID : FIRST_ID];
    return order.startsWith('name') ? place : [...place, 'false'];
  }
  if (!isDay(from)) throw new Invalid([{ name: 'from', code: 'field.date' }]);
  const isUp = order === 'oldest' || order === 'seen-first';
  return isUp ? [`${from}T00:00:00Z`, FIRST_ID] : [`${from}T23:59:59.999999Z`, LAST_ID];
}

function isByLetters(order: PeopleOrder) {
  return /^(name|email|city|contact|tags)/.test(order);
}

/** What stands before all that begins with these letters; of an order that runs back, what stands after it all. */
function lettersBefore(typed: string, direction: 'asc' | 'desc') {
  return direction === 'asc' ? sameLetters(typed) : `${sameLetters(typed)}\u{10ffff}`;
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
