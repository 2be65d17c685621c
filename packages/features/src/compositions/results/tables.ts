import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, timestamp, uuid } from 'drizzle-orm/pg-core';
import { groups } from '../../groups/tables.ts';
import { compositions } from '../tables.ts';
import type { Tally } from './tallies.ts';

/** What those did who were written down for a mailing: counted each time, until its days are over, and then once for good. */
export const compositionResults = pgTable(
  'composition_results',
  {
    compositionId: uuid()
      .primaryKey()
      .references(() => compositions.id, { onDelete: 'cascade' }),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    /** What they did from then, and before then, is counted. */
    since: timestamp({ withTimezone: true }).notNull().defaultNow(),
    until: timestamp({ withTimezone: true }).notNull(),
    /** Numbers alone, which stay when people are erased; null: its days are not over, or not counted yet. */
    tallies: jsonb().$type<Tally[]>(),
  },
  (t) => [
    index('composition_results_due')
      .on(t.until)
      .where(sql`${t.tallies} is null`),
    index('composition_results_of_group').on(t.groupId),
    check('composition_results_days', sql`${t.since} < ${t.until}`),
  ],
);
