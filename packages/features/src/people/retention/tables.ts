import { foreignKey, index, pgTable, timestamp, uuid } from 'drizzle-orm/pg-core';
import { people } from '../tables.ts';

/** Who will be forgotten, as nothing was heard of them for as long as their group keeps people; their group was told so. */
export const peopleForgetting = pgTable(
  'people_forgetting',
  {
    personId: uuid().primaryKey(),
    groupId: uuid().notNull(),
    dueAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.groupId, t.personId], foreignColumns: [people.groupId, people.id] }).onDelete(
      'cascade',
    ),
    index('people_forgetting_of_group').on(t.groupId, t.dueAt, t.personId),
    index('people_forgetting_due').on(t.dueAt),
  ],
);
