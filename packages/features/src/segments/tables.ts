import { index, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { accounts } from '../accounts/tables.ts';
import { groups } from '../groups/tables.ts';
import type { Line } from './lines.ts';

/** A saved list of sentences over a group's people: it asks anew each time it is opened. */
export const segments = pgTable(
  'segments',
  {
    id: uuid().primaryKey(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    lines: jsonb().$type<Line[]>().notNull(),
    madeBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    madeAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [unique('segments_same_name').on(t.groupId, t.name), index('segments_of_account').on(t.madeBy)],
);
