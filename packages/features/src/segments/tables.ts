import {
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { accounts } from '../accounts/tables.ts';
import { groups } from '../groups/tables.ts';
import { people } from '../people/tables.ts';
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

/** A fixed set of a group's people: who was put on it, until they are taken off. */
export const lists = pgTable(
  'lists',
  {
    id: uuid().primaryKey(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    madeBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    madeAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    unique('lists_same_name').on(t.groupId, t.name),
    unique('lists_same_group').on(t.groupId, t.id),
    index('lists_of_account').on(t.madeBy),
  ],
);

/** Who is on a list: people of its own group. */
export const listPeople = pgTable(
  'list_people',
  {
    groupId: uuid().notNull(),
    listId: uuid().notNull(),
    personId: uuid().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.listId, t.personId] }),
    foreignKey({ columns: [t.groupId, t.listId], foreignColumns: [lists.groupId, lists.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [t.groupId, t.personId], foreignColumns: [people.groupId, people.id] }).onDelete(
      'cascade',
    ),
    index('list_people_of_list').on(t.groupId, t.listId),
    index('list_people_person').on(t.personId),
  ],
);
