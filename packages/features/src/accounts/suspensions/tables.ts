import { check, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { accounts } from '../tables.ts';
import { hasLength } from '../../checks.ts';
import { LENGTHS } from '../../lengths.ts';

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
  (t) => [check('account_suspensions_reason_length', hasLength(t.reason, LENGTHS.measureReason, 1))],
);
