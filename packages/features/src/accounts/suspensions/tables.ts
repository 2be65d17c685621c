import { sql } from 'drizzle-orm';
import { check, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { accounts } from '../tables.ts';

/** An account that a steward of the site has shut out, and why. It ends with its row; the journal keeps for a while that it was. */
export const accountSuspensions = pgTable(
  'account_suspensions',
  {
    accountId: uuid()
      .primaryKey()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** Told to the owner. */
    reason: text().notNull(),
    suspendedBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    suspendedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [check('account_suspensions_reason_length', sql`length(${t.reason}) between 1 and 1000`)],
);
