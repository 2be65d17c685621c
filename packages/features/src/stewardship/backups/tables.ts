import { bigint, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Each attempt to back the site up, whoever made it. */
export const backups = pgTable(
  'backups',
  {
    id: uuid().primaryKey(),
    startedAt: timestamp({ withTimezone: true }).notNull(),
    finishedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    state: text({ enum: ['done', 'failed'] }).notNull(),
    /** Of the archive, when there is one. */
    bytes: bigint({ mode: 'number' }),
  },
  (t) => [index('backups_newest').on(t.state, t.finishedAt)],
);
