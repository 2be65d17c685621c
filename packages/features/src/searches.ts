import { sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import { addressOf } from './addresses.ts';

/**
 * The one notion of sameness that every list searches by: words in any order, each the beginning of one, without accents,
 * in any spelling of Arabic, with either apostrophe, a letter of a Chinese name from anywhere in it. It lives in the
 * database, where the indexes are (name_words, person_words and name_search, in the migration `searches`); nothing here
 * folds a letter by itself.
 */
export function isFoundBy(words: SQL, typed: string): SQL {
  return sql`(${words} @@ name_search(${addressOf(typed) ?? typed}))`;
}

/** A name by its words. An index of the same expression serves it. */
export function wordsOf(name: SQL): SQL {
  return sql`name_words(${name})`;
}

/** A name and an email by their words. */
export function wordsOfBoth(name: SQL, email: SQL): SQL {
  return sql`person_words(${name}, ${email})`;
}

/**
 * Whether a row is among those of its whole table that are found, which `words` calls `found`. They are gathered first, by
 * their index: a planner that expects many would read a list in its own order, to its end where there are none.
 */
export function isAmongFound(table: PgTable & { id: AnyPgColumn }, words: SQL, typed: string): SQL {
  return sql`${table.id} = any (array(select found.id from ${table} found where ${isFoundBy(words, typed)}))`;
}
