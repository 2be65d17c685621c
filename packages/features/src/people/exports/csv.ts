import { sql } from 'drizzle-orm';
import { columnsWith } from './columns.ts';
import { inert } from './copying.ts';
import type { Exported, Stretches } from './rows.ts';

/** People as CSV, in UTF-8 with a mark so that spreadsheets read it. */
export async function* csvOf({ fields }: Exported, read: Stretches): AsyncGenerator<Buffer | string> {
  const columns = columnsWith(fields);
  yield `\ufeff${columns.map(({ name }) => headingOf(name)).join(',')}\n`;
  const cells = columns.map(({ kind, value }) => (kind === 'text' ? inert(value) : sql`${value}`));
  yield* read({ select: sql.join(cells, sql`, `) });
}

/** A field's name as a cell; the text that our own import reads. */
function headingOf(name: string): string {
  const text = /^[\t\r+\-=@\uff0b\uff0d\uff1d\uff20]/.test(name) ? `'${name}` : name;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
