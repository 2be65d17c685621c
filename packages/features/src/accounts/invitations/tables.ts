import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { accounts } from '../tables.ts';

/** A steward's leave to open one account on this site, for whoever holds the link. */
export const accountInvitations = pgTable(
  'account_invitations',
  {
    id: uuid().primaryKey(),
    /** Lower case; null: for whoever holds the link. */
    email: text(),
    tokenHash: text().notNull().unique(),
    madeBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    madeAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    usedAt: timestamp({ withTimezone: true }),
  },
  (t) => [index('account_invitations_newest').on(t.madeAt, t.id)],
);
