import { foreignKey, index, pgTable, primaryKey, text, timestamp, uuid, check } from 'drizzle-orm/pg-core';
import { accounts } from '../../accounts/tables.ts';
import { hasLength } from '../../checks.ts';
import { events } from '../../events/tables.ts';
import { LENGTHS } from '../../lengths.ts';
import { coalitionGroups, coalitions } from '../tables.ts';

/** An event of a coalition at which its delegates decide: each of its groups is owed a report back. */
export const councils = pgTable(
  'councils',
  {
    eventId: uuid()
      .primaryKey()
      .references(() => events.id, { onDelete: 'cascade' }),
    coalitionId: uuid()
      .notNull()
      .references(() => coalitions.groupId, { onDelete: 'cascade' }),
    /** When those who spoke there were told that their groups wait for a report. */
    toldAt: timestamp({ withTimezone: true }),
  },
  (t) => [index('councils_of_coalition').on(t.coalitionId)],
);

/** What those who spoke for a group tell its members of a council. */
export const councilReports = pgTable(
  'council_reports',
  {
    eventId: uuid()
      .notNull()
      .references(() => councils.eventId, { onDelete: 'cascade' }),
    coalitionId: uuid().notNull(),
    groupId: uuid().notNull(),
    text: text().notNull(),
    writtenBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    writtenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.groupId] }),
    foreignKey({
      name: 'council_reports_of_group',
      columns: [t.coalitionId, t.groupId],
      foreignColumns: [coalitionGroups.coalitionId, coalitionGroups.groupId],
    }).onDelete('cascade'),
    index('council_reports_of_group').on(t.coalitionId, t.groupId),
    index('council_reports_by_writer').on(t.writtenBy),
    check('council_reports_length', hasLength(t.text, LENGTHS.page, 1)),
  ],
);
