import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { accounts } from '../tables.ts';

/** A request to set a new password, kept in the same shape whether the email has an account or not. */
export const passwordResets = pgTable(
  'password_resets',
  {
    id: uuid().primaryKey(),
    accountId: uuid().references(() => accounts.id, { onDelete: 'cascade' }),
    /** A keyed hash of the email: counts how often one mailbox was written to. */
    emailKey: text().notNull(),
    tokenHash: text().notNull().unique(),
    askedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    index('password_resets_email').on(t.emailKey, t.askedAt),
    index('password_resets_account').on(t.accountId),
    index('password_resets_expiry').on(t.expiresAt),
  ],
);
