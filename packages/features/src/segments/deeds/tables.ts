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
import { personFields } from '../../people/fields/tables.ts';
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
    kind: text({ enum: ['tag', 'untag', 'list', 'unlist', 'fill', 'assess', 'hand', 'export'] }).notNull(),
    /** Whom it is done to: whoever these leave when it begins. Null where people were ticked. */
    lines: jsonb().$type<Line[]>(),
    /** Whether whoever asked sees all fields of the group; a line about another one holds nobody. */
    seesAll: boolean().notNull(),
    tag: text(),
    listId: uuid(),
    /** The group's own field that is filled in. */
    fieldId: uuid().references(() => personFields.id, { onDelete: 'cascade' }),
    /** What the field is to hold, or the assessment. */
    value: text(),
    /** Who is to keep in touch with them. */
    contactAccountId: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    /** The field is emptied, or nobody keeps in touch with them any more: said, and not merely missing. */
    isClearing: boolean().notNull().default(false),
    /** Of an export that the worker prepares. */
    format: text({ enum: ['csv', 'json', 'xlsx'] }),
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
    index('people_deeds_field').on(t.fieldId),
    index('people_deeds_contact').on(t.contactAccountId),
    check('people_deeds_whom', sql`${t.lines} is not null or ${t.isGathered}`),
  ],
);

/** A value of a field with its kind and the import that brought it; an assessment; or an account's id. */
type Before = { value: string | number; kind?: string; importId?: string };

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
    /** What stood where a deed wrote: null for nothing, and of deeds that need not know it. */
    before: jsonb().$type<Before>(),
  },
  (t) => [
    primaryKey({ columns: [t.deedId, t.personId] }),
    index('deed_people_person').on(t.personId),
    index('deed_people_waiting')
      .on(t.deedId, t.personId)
      .where(sql`${t.isChanged} is null`),
  ],
);

/**
 * A file that the worker writes for an export, in parts, for a day. It outlives its deed and
 * its group until the sweep has removed what is stored.
 */
export const deedFiles = pgTable(
  'deed_files',
  {
    key: text().primaryKey(),
    deedId: uuid().references(() => peopleDeeds.id, { onDelete: 'set null' }),
    partCount: integer().notNull().default(0),
    /** When it was whole; null while it is written. */
    readyAt: timestamp({ withTimezone: true }),
    madeAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('deed_files_of_deed').on(t.deedId), index('deed_files_oldest').on(t.madeAt)],
);
