import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { accounts } from '../../accounts/tables.ts';
import { groups } from '../../groups/tables.ts';
import { people } from '../../people/tables.ts';
import type { Line } from '../lines.ts';
import { lists } from '../tables.ts';

/** One thing that is done to many people at once: asked first, done by the worker, and taken back within 30 days. */
export const peopleDeeds = pgTable(
  'people_deeds',
  {
    id: uuid().primaryKey(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    askedBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    kind: text({ enum: ['tag', 'untag', 'list', 'unlist', 'export'] }).notNull(),
    /** Whom it is done to: whoever these leave when it begins. Null where people were ticked. */
    lines: jsonb().$type<Line[]>(),
    /** Whether whoever asked sees all fields of the group; a line about another one holds nobody. */
    seesAll: boolean().notNull(),
    tag: text(),
    listId: uuid(),
    state: text({ enum: ['draft', 'asked', 'done', 'undo-asked', 'undone'] })
      .notNull()
      .default('draft'),
    /** They are in `deed_people`; from then on nobody else is found. */
    isGathered: boolean().notNull(),
    totalCount: integer().notNull().default(0),
    doneCount: integer().notNull().default(0),
    /** Of those, the ones who were not so before. */
    changedCount: integer().notNull().default(0),
    undoneCount: integer().notNull().default(0),
    madeAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    finishedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    foreignKey({ columns: [t.groupId, t.listId], foreignColumns: [lists.groupId, lists.id] }).onDelete(
      'cascade',
    ),
    index('people_deeds_newest').on(t.groupId, t.madeAt, t.id),
    index('people_deeds_oldest').on(t.madeAt),
    index('people_deeds_list').on(t.groupId, t.listId),
    index('people_deeds_account').on(t.askedBy),
    check('people_deeds_whom', sql`${t.lines} is not null or ${t.isGathered}`),
  ],
);

/** Whom a deed is done to, and whether it changed them: what it takes back is that and nothing else. */
export const deedPeople = pgTable(
  'deed_people',
  {
    deedId: uuid()
      .notNull()
      .references(() => peopleDeeds.id, { onDelete: 'cascade' }),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** Null until it was done to them. */
    isChanged: boolean(),
  },
  (t) => [
    primaryKey({ columns: [t.deedId, t.personId] }),
    index('deed_people_person').on(t.personId),
    index('deed_people_waiting')
      .on(t.deedId, t.personId)
      .where(sql`${t.isChanged} is null`),
  ],
);
