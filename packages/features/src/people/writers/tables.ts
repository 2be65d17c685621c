import { foreignKey, index, pgTable, primaryKey, timestamp, uuid } from 'drizzle-orm/pg-core';
import { groups } from '../../groups/tables.ts';
import { people } from '../tables.ts';

/** A narrow no: somebody wants no letters that this other group writes and theirs sends. Theirs still writes to them. */
export const writerRefusals = pgTable(
  'writer_refusals',
  {
    personId: uuid().notNull(),
    groupId: uuid().notNull(),
    writerId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.writerId] }),
    foreignKey({ columns: [t.groupId, t.personId], foreignColumns: [people.groupId, people.id] }).onDelete(
      'cascade',
    ),
    index('writer_refusals_of_writer').on(t.groupId, t.writerId),
  ],
);
