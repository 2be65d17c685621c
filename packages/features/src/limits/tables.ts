import { doublePrecision, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/**
 * How much of a limit someone has used, shared by all processes. Unlogged: cheap to write, empty after a crash of the
 * database, and part of no backup. No index but the key's, so that a spend rewrites a row in place.
 */
export const limits = pgTable('limits', {
  /** A keyed hash of the limit's name and of whom it counts, such as an address: no row tells whom. */
  key: text().primaryKey(),
  /** The theoretical arrival time of GCRA: when all that was spent is free again. */
  tat: timestamp({ withTimezone: true }).notNull(),
  /** How long one takes to be free again: with `tat` it says how many are used, also after the limit was changed. */
  secondsEach: doublePrecision().notNull(),
  /** The rest is of the newest spends, which came together: how many fit into the limit, what each costs, */
  count: doublePrecision().notNull(),
  cost: doublePrecision().notNull(),
  /** and how many of them were let through. */
  granted: integer().notNull(),
});
