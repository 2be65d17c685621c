import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { Refusal } from './errors.ts';
import type { Page, TwoWayPage, TwoWayQuery } from './paging.ts';

/** A column that a list is ordered by, or an expression with the type that its text is read back as. */
type Key = PgColumn | { of: SQLWrapper; type: 'timestamptz' | 'text' | 'uuid' | 'integer' };
type Keys = [...Key[], Key];

/** An order without ties, and the places in it where pages are cut. */
export type Keyset = {
  /** For `orderBy`. */
  order: SQL[];
  /** For `select`, as `cursor`: the place of a row, to the last digit. A Date would round, and a page repeat or skip a row. */
  cursor: SQL<string[]>;
  /** What comes after a place; in a prepared statement that is one parameter. */
  beyond(place: string[]): SQL;
  /** The place in a cursor; none for the first page. A cursor we did not make is malformed (400). */
  read(after: string | undefined): string[] | undefined;
  /** The condition of a page: what comes after the cursor, if there is one. */
  after(after: string | undefined): SQL | undefined;
  /** The same order from its other end: its `beyond` is what comes before a place. */
  reversed: () => Keyset;
};

/** The order by these keys, all upwards or all downwards; no two rows share the last. An index should have the same. */
export function keyset(direction: 'asc' | 'desc', ...keys: Keys): Keyset {
  const typed = keys.map((key) => ('of' in key ? key : { of: key, type: key.getSQLType() }));
  const list = (parts: SQLWrapper[]) => sql.join(parts, sql`, `);
  const isMore = sql.raw(direction === 'asc' ? '>' : '<');
  let back: Keyset | undefined;
  const read = (after: string | undefined) => readCursor(after, keys.length);
  const beyond = (place: string[]) => {
    const parameter = Array.isArray(place) ? sql.param(place) : place;
    const values = typed.map(
      ({ type }, index) => sql`(${parameter}::text[])[${sql.raw(String(index + 1))}]::${sql.raw(type)}`,
    );
    return sql`(${list(typed.map(({ of }) => of))}) ${isMore} (${list(values)})`;
  };
  return {
    order: typed.map(({ of }) => sql`${of} ${sql.raw(direction)}`),
    cursor: sql<string[]>`array[${list(typed.map(({ of }) => sql`${of}::text`))}]`,
    beyond,
    read,
    after(after) {
      const place = read(after);
      return place ? beyond(place) : undefined;
    },
    reversed: () => (back ??= keyset(direction === 'asc' ? 'desc' : 'asc', ...keys)),
  };
}

/** Cuts a page from `limit + 1` rows: the extra row tells that there is more. */
export function pageOf<Row extends { cursor: string[] }>(rows: Row[], limit: number): Page<Row> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last ? encodeCursor(last.cursor) : null };
}

/** Where a page lies that may be read from either side: in which order it is read, and from which place on. */
export type Turn<Order = Keyset> = { order: Order; place: string[] | undefined; isBack: boolean };

/** The page after a cursor, or the one before another; `before` counts where both are said. */
export function turnOf<Order>(
  order: Order & Pick<Keyset, 'read'> & { reversed: () => Order },
  { after, before }: TwoWayQuery,
): Turn<Order> {
  const isBack = before !== undefined && before !== '';
  return {
    order: isBack ? order.reversed() : order,
    place: order.read(isBack ? before : after),
    isBack,
  };
}

/** Cuts a page from `limit + 1` rows in the order in which a turn reads them, and brings them into the list's own. */
export function twoWayPageOf<Row extends { cursor: string[] }>(
  rows: Row[],
  limit: number,
  { place, isBack }: Pick<Turn, 'place' | 'isBack'>,
): TwoWayPage<Row> {
  const isMore = rows.length > limit;
  const shown = isBack ? rows.slice(0, limit).reverse() : rows.slice(0, limit);
  const cursorOf = (row: Row | undefined, isThere: boolean) =>
    row && isThere ? encodeCursor(row.cursor) : null;
  return {
    rows: shown,
    next: cursorOf(shown.at(-1), isBack || isMore),
    previous: cursorOf(shown[0], isBack ? isMore : place !== undefined),
  };
}

/** The place in a cursor of so many values; none for the first page. */
export function readCursor(after: string | undefined, length: number): string[] | undefined {
  if (after === undefined || after === '') return undefined;
  try {
    const values: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    if (Array.isArray(values) && values.length === length) return values.map(String);
  } catch {
    // Falls through to the one refusal below.
  }
  throw new Refusal(400, { code: 'malformed' });
}

function encodeCursor(values: string[]) {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}
