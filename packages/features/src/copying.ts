import type { SQL } from 'drizzle-orm';
import type { Keyset } from './keyset.ts';

/** So many rows are held at a time while a copy of much is written. */
export const COPIED_AT_ONCE = 500;

/** All rows of an order, a stretch after the other: `read` gives up to `most` of those after a place. */
export async function* inStretches<Row extends { cursor: string[] }>(
  order: Keyset,
  read: (after: SQL | undefined) => Promise<Row[]>,
  most = COPIED_AT_ONCE,
): AsyncGenerator<Omit<Row, 'cursor'>> {
  let after: SQL | undefined;
  for (;;) {
    const rows = await read(after);
    for (const { cursor: _, ...row } of rows) yield row;
    const last = rows.at(-1);
    if (!last || rows.length < most) return;
    after = order.beyond(last.cursor);
  }
}

/** An object as JSON without its end, to which more is added. */
export function openEnded(object: object): string {
  return JSON.stringify(object).slice(0, -1);
}

/** What stands between the brackets of a list in JSON, a line at a time. */
export async function* jsonLines(lines: AsyncIterable<object>): AsyncGenerator<string> {
  let separator = '';
  for await (const line of lines) {
    yield separator + JSON.stringify(line);
    separator = ',';
  }
}
