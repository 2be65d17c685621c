import { sql } from 'drizzle-orm';
import { bigint, index, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { accounts } from '../../../accounts/tables.ts';

const count = () => bigint({ mode: 'number' });

/** A steward asked for a backup now. One at a time; a worker makes it, and says how far it is. */
export const backupRequests = pgTable(
  'backup_requests',
  {
    id: uuid().primaryKey(),
    askedBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    askedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** When a worker last began with it. */
    startedAt: timestamp({ withTimezone: true }),
    /** So much of about so much is done; of files nobody knows how many there are. */
    doneCount: count(),
    totalCount: count(),
    unit: text({ enum: ['bytes', 'files'] }),
    finishedAt: timestamp({ withTimezone: true }),
    outcome: text({ enum: ['done', 'failed'] }),
    bytes: count(),
    /** Why it failed, in a sentence for whoever runs the site. */
    reason: text(),
  },
  (t) => [
    uniqueIndex('backup_requests_one_open')
      .on(sql`(${t.finishedAt} is null)`)
      .where(sql`${t.finishedAt} is null`),
    index('backup_requests_newest').on(t.askedAt),
  ],
);
