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
import type { ColumnKnown } from './columns.ts';
import { encodings } from './encodings.ts';
import { nothingFound, type FileFindings, type SampleRow } from './findings.ts';
import type { FileReading } from './reading.ts';

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
    encoding: text({ enum: encodings }).notNull(),
    delimiter: text({ enum: [',', ';', '\t', '|'] }).notNull(),
    /** The row that names the columns, as a spreadsheet numbers it; 0 when there is none. */
    headingRow: integer().notNull().default(1),
    headers: text().array().notNull(),
    /** What each column holds, in the file's order. */
    columns: jsonb().$type<FileReading['columns']>().notNull(),
    /** By what it was known what each column holds. */
    known: jsonb().$type<ColumnKnown[]>().notNull().default([]),
    /** A hash of the headings: by it the next file of this shape is known. */
    shape: text().notNull().default(''),
    /** Why the group needs to know what the columns hold that become fields. */
    purpose: text().notNull().default(''),
    /** What those are written to in whose row says no language: the one the organizer read the site in. */
    language: text({ enum: ['en', 'es', 'ar'] }).notNull(),
    /** The group's, when the file was read: of which its phone numbers without a country are. */
    country: text(),
    /** Which number of 03/04/2021 is the day, where no value of its column says. */
    dateOrder: text({ enum: ['day-first', 'month-first'] }),
    /**
     * Whom the organizer states that the group may mail: nobody of the file, those of whom it says so, or everyone of whom
     * it does not say no; or that everyone in it said no.
     */
    consent: text({ enum: ['none', 'file', 'email', 'no'] })
      .notNull()
      .default('none'),
    state: text({ enum: ['preview', 'asked', 'done', 'undo-asked', 'undone'] })
      .notNull()
      .default('preview'),
    totalCount: integer().notNull(),
    refusedCount: integer().notNull(),
    /** Rows that name somebody again. */
    repeatedCount: integer().notNull().default(0),
    /** What was found in the file, counted. */
    findings: jsonb().$type<FileFindings>().notNull().default(nothingFound()),
    /** Rows to look at before it is applied; none from then on. */
    sample: jsonb().$type<SampleRow[]>().notNull().default([]),
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

/** What somebody of a group said that the columns of a file hold, for the next file with the same headings. */
export const importMappings = pgTable(
  'import_mappings',
  {
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    /** See `shapeOf`. */
    shape: text().notNull(),
    columns: jsonb().$type<FileReading['columns']>().notNull(),
    /** What they said of its days, where a file of this shape had to be asked about. */
    dateOrder: text({ enum: ['day-first', 'month-first'] }),
    keptAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.shape] })],
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

/** The sheets of a workbook that has several, as text, for as long as another one can be chosen. */
export const importSheets = pgTable(
  'import_sheets',
  {
    importId: uuid()
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    place: integer().notNull(),
    name: text().notNull(),
    csv: bytea().notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.place] })],
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
    /** The noes it brought for them, as way/purpose, whoever said them before: undoing another import leaves them. */
    noes: text().array().notNull().default([]),
    /** Emails, phones and numbers of other tools (`tool:number`) that it brought for them, whoever did so before. */
    points: text().array().notNull().default([]),
    /** A first email or phone that it gave to somebody known who had none. */
    filled: text().array().notNull().default([]),
    /** Tags and parts of an address that it brings for them (`tag:driver`, `city:Oakland`), and those that they had not before. */
    brings: text().array().notNull().default([]),
    gave: text().array().notNull().default([]),
  },
  (t) => [primaryKey({ columns: [t.importId, t.personId] }), index('imported_people_person').on(t.personId)],
);

/** A yes whose place was taken by a no that an import brought: put back when the import is taken back. */
export const overruledConsents = pgTable(
  'overruled_consents',
  {
    importId: uuid()
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    way: text().notNull(),
    purpose: text().notNull(),
    how: text().notNull(),
    manner: text(),
    words: text(),
    subjectId: uuid(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.personId, t.way, t.purpose] }),
    index('overruled_consents_person').on(t.personId),
  ],
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
