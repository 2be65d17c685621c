import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { accounts } from '../../accounts/tables.ts';
import { hasLength } from '../../checks.ts';
import { groups } from '../../groups/tables.ts';
import { LENGTHS } from '../../lengths.ts';
import { people, type consents } from '../tables.ts';

/** A sheet of paper with names that somebody types in, line by line; what it brought can be taken back for a while. */
export const sheets = pgTable(
  'sheets',
  {
    id: uuid().primaryKey(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    startedBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    /** Where it is from, as whoever types it in calls that. */
    title: text().notNull(),
    /** The campaign or event it lay out for. */
    aboutKind: text({ enum: ['campaign', 'event'] }),
    aboutId: uuid(),
    /** Whoever is on it signed that campaign. They are counted apart: nobody proved a mailbox. */
    signs: boolean().notNull().default(false),
    language: text({ enum: ['en', 'es', 'ar'] }).notNull(),
    /** The day on which people wrote on it. */
    day: date().notNull(),
    /** The words above the names by which whoever wrote theirs agreed, and to what; null where it asked for nothing. */
    words: text(),
    ways: text({ enum: ['email', 'text', 'call'] })
      .array()
      .notNull()
      .default([]),
    startedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    takenBackAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index('sheets_newest').on(t.groupId, t.startedAt, t.id),
    index('sheets_of_account')
      .on(t.startedBy)
      .where(sql`${t.startedBy} is not null`),
    check('sheets_title', hasLength(t.title, LENGTHS.sheetTitle, 1)),
    check('sheets_about', sql`(${t.aboutKind} is null) = (${t.aboutId} is null)`),
    check('sheets_signs', sql`not ${t.signs} or coalesce(${t.aboutKind} = 'campaign', false)`),
    check('sheets_consent', sql`(${t.words} is null) = (${t.ways} = '{}')`),
  ],
);

type Consent = typeof consents.$inferSelect;
/** What a line came to for one way: a yes, with the no whose place it took; or nothing, as a later no stands. */
export type SheetAnswer = {
  way: 'email' | 'text' | 'call';
  outcome: 'given' | 'stood';
  before: (Pick<Consent, 'given' | 'how' | 'manner' | 'words' | 'subjectId'> & { at: string }) | null;
};

/** A line of a sheet: whom it names, and what exactly it brought. */
export const sheetRows = pgTable(
  'sheet_rows',
  {
    id: uuid().primaryKey(),
    sheetId: uuid()
      .notNull()
      .references(() => sheets.id, { onDelete: 'cascade' }),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    isNew: boolean().notNull(),
    /** The number it gave to somebody who was known without one. */
    broughtPhone: text(),
    /** The postcode it gave to somebody of whom nothing was known of where they live. */
    broughtPostcode: text(),
    answers: jsonb().$type<SheetAnswer[]>().notNull().default([]),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    unique('sheet_rows_once').on(t.sheetId, t.personId),
    index('sheet_rows_newest').on(t.sheetId, t.at, t.id),
    index('sheet_rows_person').on(t.personId),
  ],
);
