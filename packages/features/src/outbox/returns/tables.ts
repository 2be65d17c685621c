import { sql } from 'drizzle-orm';
import { check, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** By which ways mail that comes back is read, and how that goes: one row for each way that was ever set. */
export const inboxes = pgTable(
  'inboxes',
  {
    way: text({ enum: ['imap', 'lmtp'] }).primaryKey(),
    /** When somebody looked last: one that nobody looks at any more is not set any more. */
    lookedAt: timestamp({ withTimezone: true }).notNull(),
    /** When it worked last. */
    workedAt: timestamp({ withTimezone: true }),
    /** Since when it does not; null while it does. */
    failedAt: timestamp({ withTimezone: true }),
    why: text({ enum: ['unreachable', 'signed-out', 'no-mailbox', 'failed'] }),
  },
  (t) => [check('inboxes_why', sql`(${t.failedAt} is null) = (${t.why} is null)`)],
);
