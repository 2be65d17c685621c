import { casing, lendPlain, type Database } from '@groundwork/database';
import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { to } from 'pg-copy-streams';

const dialect = new PgDialect({ casing });

/**
 * What a query finds, as PostgreSQL itself writes CSV: several times as fast as rows read and written here. All of it is
 * held in memory, so ask for a stretch at a time; the connection is back in its pool before anyone waits for a reader.
 *
 * `sideBySide`: what it joins is a stretch in the same order, read once. The planner may take a stretch for a row or two, and
 * would read the one side again for each row of the other: a stretch that takes a hundredth of a second took ten.
 *
 * `isWhole`: it finds one text of each row, of one line and without controls, which is written as it is.
 */
export async function copyOut(
  db: Database,
  query: SQL,
  { sideBySide = false, isWhole = false }: { sideBySide?: boolean; isWhole?: boolean | undefined } = {},
): Promise<Buffer> {
  // COPY takes no parameters: they are written into it, quoted.
  const { sql: text } = dialect.sqlToQuery(query.inlineParams());
  return lendPlain(db, async (client) => {
    if (sideBySide) await client.query('begin; set local enable_nestloop = off');
    try {
      return Buffer.concat(
        await client.query(to(`copy (${text}) to stdout (${isWhole ? BARE : 'format csv'})`)).toArray(),
      );
    } finally {
      if (sideBySide) await client.query('commit');
    }
  });
}

/** CSV whose marks are controls, so that a line is nothing but its text. */
const BARE = String.raw`format csv, quote e'\x01', delimiter e'\x02'`;

/** A cell that a spreadsheet would compute is marked as text (CWE-1236); our own import takes the mark off again. */
export function inert(cell: SQLWrapper): SQL {
  return sql`case when ascii(${cell}) in ${COMPUTED} then '''' else '' end || ${cell}`;
}

/** The characters that a spreadsheet takes for the beginning of something to compute, in Asian widths too. */
const COMPUTED = Array.from('\t\r+-=@\uff0b\uff0d\uff1d\uff20', (character) => character.codePointAt(0));

/** A moment in UTC, in the form that spreadsheets know for times. */
export function utc(moment: SQLWrapper): SQL {
  return sql`(${moment} at time zone 'UTC')::timestamp(0)`;
}

/** The whole file: in UTF-8 with a mark, by which spreadsheets know it. */
export function withMark(header: string, lines: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`\ufeff${header}`), lines]);
}
