import {
  boolean,
  customType,
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
import { people } from '../tables.ts';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** A file that an organizer is bringing in: shown first, applied when they say so, and undone if they think again. */
export const imports = pgTable(
  'imports',
  {
    id: uuid().primaryKey(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    startedBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    fileName: text().notNull(),
    encoding: text({
      enum: ['utf-8', 'utf-16le', 'windows-1252', 'windows-1250', 'windows-1251', 'windows-1256'],
    }).notNull(),
    delimiter: text({ enum: [',', ';', '\t', '|'] }).notNull(),
    headers: text().array().notNull(),
    /** Our field → the column's number in the file, from 0. */
    mapping: jsonb().$type<Record<string, number>>().notNull(),
    /** What those are written to in whose row says no language: the one the organizer read the site in. */
    language: text({ enum: ['en', 'es', 'ar'] }).notNull(),
    /** Whether the organizer states that everyone in the file agreed to email. */
    consent: text({ enum: ['none', 'email'] })
      .notNull()
      .default('none'),
    state: text({ enum: ['preview', 'asked', 'done', 'undo-asked', 'undone'] })
      .notNull()
      .default('preview'),
    totalCount: integer().notNull(),
    refusedCount: integer().notNull(),
    /** Rows of the file dealt with so far: where a worker that takes over goes on. */
    doneCount: integer().notNull().default(0),
    addedCount: integer().notNull().default(0),
    knownCount: integer().notNull().default(0),
    /** Of those it added, how many were taken back again. */
    removedCount: integer().notNull().default(0),
    startedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    finishedAt: timestamp({ withTimezone: true }),
  },
  (t) => [index('imports_newest').on(t.groupId, t.startedAt, t.id)],
);

/** The file itself in parts of a megabyte, so that no process ever holds all of it as text; gone once applied. */
export const importFiles = pgTable(
  'import_files',
  {
    importId: uuid()
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    part: integer().notNull(),
    bytes: bytea().notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.part] })],
);

/** Who was in an import, and whom it added, so that it can be undone. */
export const importedPeople = pgTable(
  'imported_people',
  {
    importId: uuid()
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    isNew: boolean().notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.personId] }), index('imported_people_person').on(t.personId)],
);

/** Rows that cannot be taken, with why: the first thousand, which is enough to see what is wrong with a file. */
export const importRefusals = pgTable(
  'import_refusals',
  {
    importId: uuid()
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    /** As a spreadsheet numbers it: the header is row 1. */
    row: integer().notNull(),
    field: text().notNull(),
    code: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.row] })],
);
