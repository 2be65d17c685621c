import type { PeopleOrderName } from './asked.ts';

/** The two orders of each column that has some, the one that a first press asks for first. */
const COLUMN_ORDERS = {
  name: ['name', 'name-back'],
  email: ['email', 'email-back'],
  city: ['city', 'city-back'],
  contact: ['contact', 'contact-back'],
  tags: ['tags', 'tags-back'],
  added: ['newest', 'oldest'],
  seen: ['seen-last', 'seen-first'],
  came: ['came-most', 'came-least'],
  assessment: ['closest', 'furthest'],
} as const satisfies Record<string, readonly [PeopleOrderName, PeopleOrderName]>;
export type SortedColumn = keyof typeof COLUMN_ORDERS;

/** Where what stands in the column grows from row to row. */
const UPWARDS: readonly PeopleOrderName[] = [
  ...(['name', 'email', 'city', 'contact', 'tags'] as const),
  ...(['oldest', 'seen-first', 'came-least', 'closest'] as const),
];

export function isSortedColumn(column: string): column is SortedColumn {
  return Object.hasOwn(COLUMN_ORDERS, column);
}

/** Which way a list in this order is sorted by this column, if it is. */
export function sortOf(column: SortedColumn, order: PeopleOrderName): 'ascending' | 'descending' | undefined {
  if (!COLUMN_ORDERS[column].some((one) => one === order)) return undefined;
  return UPWARDS.includes(order) ? 'ascending' : 'descending';
}

/** The order that a press on the head of the column asks for. */
export function orderNext(column: SortedColumn, order: PeopleOrderName): PeopleOrderName {
  const [first, second] = COLUMN_ORDERS[column];
  return order === first ? second : first;
}

/** Whether letters are what a list in this order can begin at. */
export function isByLetters(order: PeopleOrderName): boolean {
  return /^(name|email|city|contact|tags)/.test(order);
}

/** Whether neither letters nor a day are. */
export function isByNumber(order: PeopleOrderName): boolean {
  return /^(came|closest|furthest)/.test(order);
}
