import { integer, pgTable, timestamp, uuid } from 'drizzle-orm/pg-core';
import { groups } from '../../groups/tables.ts';

/**
 * What a group of a coalition came to, to the ten below: so that whoever knows all but one of the groups, or looks twice,
 * learns no small number of the last. Counted anew each day.
 */
export const groupTotals = pgTable('group_totals', {
  groupId: uuid()
    .primaryKey()
    .references(() => groups.id, { onDelete: 'cascade' }),
  acted: integer().notNull(),
  came: integer().notNull(),
  cameAgain: integer().notNull(),
  leading: integer().notNull(),
  countedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
