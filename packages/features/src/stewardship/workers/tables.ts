import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** What each worker last said of itself; one that stays silent without having left is a worker that was lost. */
export const workerReports = pgTable('worker_reports', {
  worker: text().primaryKey(),
  waitingCount: integer().notNull(),
  activeCount: integer().notNull(),
  failedCount: integer().notNull(),
  /** How long the job next in line has waited; null when none waits. */
  waitingSeconds: integer(),
  /** Of the code it runs; null where that does not say. */
  version: text(),
  startedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  reportedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  /** When it ended as it was asked to. */
  leftAt: timestamp({ withTimezone: true }),
});
