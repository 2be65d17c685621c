import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Every change of the site, one row each, written in the change's own transaction. Ids, numbers and codes only. */
export const journal = pgTable(
  'journal',
  {
    id: uuid().primaryKey(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    kind: text().notNull(),
    groupId: uuid(),
    actorId: uuid(),
    subjectId: uuid(),
    data: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [
    index('journal_of_group')
      .on(t.groupId, t.id)
      .where(sql`${t.groupId} is not null`),
    index('journal_of_subject')
      .on(t.subjectId, t.id)
      .where(sql`${t.subjectId} is not null`),
  ],
);

/**
 * The entries that no relay has delivered yet. A row of its own instead of a mark in the journal or a last-seen id:
 * transactions commit in another order than they draw ids, so a position would skip the late ones, and a mark would
 * rewrite every journal row. No foreign key: one statement writes both, and this is the busiest write of all.
 */
export const journalUndelivered = pgTable('journal_undelivered', { entryId: uuid().primaryKey() });
