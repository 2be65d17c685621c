import { sql } from 'drizzle-orm';
import { check, doublePrecision, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

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

/** How many times as much as others an account or a group may make, because a steward of the site said so. */
export const allowances = pgTable(
  'allowances',
  {
    /** An account's id or a group's: features below them know no more. */
    subjectId: uuid().primaryKey(),
    times: integer().notNull(),
    givenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    check('allowances_times', sql`${t.times} between 2 and 100`),
    index('allowances_newest').on(t.givenAt, t.subjectId),
  ],
);
