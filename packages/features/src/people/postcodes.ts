import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';

/** The condition that a postcode, as its code is kept, begins with one of these; blanks and capitals of theirs say nothing. */
export function beginsWithOneOf(code: SQLWrapper, beginnings: string[]): SQL {
  const begins = beginnings.map((beginning) => sql`${code} like ${`${escaped(beginning)}%`}`);
  return sql`(${sql.join(begins, sql` or `)})`;
}

function escaped(beginning: string): string {
  return beginning
    .replaceAll(' ', '')
    .toUpperCase()
    .replaceAll(/[\\%_]/g, String.raw`\$&`);
}
