import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { accounts } from '../tables.ts';

/** A new email that an account asked for and that is not proven yet; at most one an account. */
export const emailChanges = pgTable(
  'email_changes',
  {
    accountId: uuid()
      .primaryKey()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** Lower case. */
    email: text().notNull(),
    tokenHash: text().notNull().unique(),
    askedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index('email_changes_expiry').on(t.expiresAt)],
);
