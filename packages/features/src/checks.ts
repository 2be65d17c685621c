import { sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { SLUG_PATTERN } from './slugs.ts';

/** The condition of a table's check that a text has at most so many characters and, where it is said, at least so many. */
export function hasLength(text: AnyPgColumn, most: number, least?: number): SQL {
  // Written out: a check takes no parameters.
  const range = least === undefined ? `<= ${most}` : `between ${least} and ${most}`;
  return sql`length(${text}) ${sql.raw(range)}`;
}

/** The condition of a table's check that a text has the form of a slug. */
export function hasSlugForm(text: AnyPgColumn): SQL {
  return sql`${text} ~ ${sql.raw(`'${SLUG_PATTERN}'`)}`;
}
