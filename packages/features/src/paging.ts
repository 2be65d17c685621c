import { Type, type Static, type TSchema } from 'typebox';
import { Refusal } from './errors.ts';

/** The query string of every list: `after` is the opaque cursor a page gave as `next`. */
export const PageQuery = Type.Object({
  after: Type.Optional(Type.String({ maxLength: 1200 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
});
export type PageQuery = Static<typeof PageQuery>;

/** A page of a list: `next` is null on the last one. */
export function PageOf<T extends TSchema>(row: T) {
  return Type.Object({ rows: Type.Array(row), next: Type.Union([Type.String(), Type.Null()]) });
}
export type Page<Row> = { rows: Row[]; next: string | null };

/**
 * Cuts a page from `limit + 1` rows: the extra row tells that there is more.
 * `key` gives the ordering values of a row, which the cursor of the next page carries.
 */
export function pageOf<Row>(rows: Row[], limit: number, key: (row: Row) => (string | number)[]): Page<Row> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last ? encodeCursor(key(last)) : null };
}

/** The ordering values in a cursor, or null for the first page. A cursor we did not make is malformed (400). */
export function readCursor(after: string | undefined, length: number): string[] | null {
  if (after === undefined || after === '') return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    if (Array.isArray(values) && values.length === length) return values.map(String);
  } catch {
    // Falls through to the one refusal below.
  }
  throw new Refusal(400, { code: 'malformed' });
}

function encodeCursor(values: (string | number)[]) {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}
