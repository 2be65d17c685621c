import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** What each worker last said of itself; a row that stays silent is a worker that stopped. */
export const workerReports = pgTable('worker_reports', {
  worker: text().primaryKey(),
  waitingCount: integer().notNull(),
  activeCount: integer().notNull(),
  failedCount: integer().notNull(),
  reportedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
