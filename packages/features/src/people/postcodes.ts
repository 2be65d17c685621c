import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';

/** The condition that a postcode begins with one of these. Blanks and capitals say nothing. In these words the index on postcodes serves. */
export function beginsWithOneOf(postcode: SQLWrapper, beginnings: string[]): SQL {
  const begins = beginnings.map(
    (beginning) => sql`upper(replace(${postcode}, ' ', '')) like ${`${escaped(beginning)}%`}`,
  );
  return sql`(${sql.join(begins, sql` or `)})`;
}

function escaped(beginning: string): string {
  return beginning
    .replaceAll(' ', '')
    .toUpperCase()
    .replaceAll(/[\\%_]/g, String.raw`\$&`);
}
