import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { accounts } from '../../accounts/tables.ts';
import { hasLength } from '../../checks.ts';
import { LENGTHS } from '../../lengths.ts';
import { people } from '../tables.ts';
import { CONTACTS } from './contacts.ts';

/** What organizers keep in mind about a person, each until a day that is said when it is written. */
export const personNotes = pgTable(
  'person_notes',
  {
    id: uuid().primaryKey(),
    groupId: uuid().notNull(),
    personId: uuid().notNull(),
    authorId: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    body: text().notNull(),
    /** How somebody of the group spoke with them, if the note is of that. */
    contactedBy: text({ enum: CONTACTS }),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    correctedAt: timestamp({ withTimezone: true }),
    until: timestamp({ withTimezone: true }).notNull(),
    /** Taken off; for a day it can be put back. */
    removedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    foreignKey({ columns: [t.groupId, t.personId], foreignColumns: [people.groupId, people.id] }).onDelete(
      'cascade',
    ),
    index('person_notes_newest').on(t.personId, t.at, t.id),
    index('person_notes_of_author')
      .on(t.authorId)
      .where(sql`${t.authorId} is not null`),
    index('person_notes_ending').on(t.until),
    // Who of a group was spoken with, and when.
    index('person_notes_contacts')
      .on(t.groupId, t.at, t.personId)
      .where(sql`${t.contactedBy} is not null`),
    index('person_notes_removed')
      .on(t.removedAt)
      .where(sql`${t.removedAt} is not null`),
    check('person_notes_body', hasLength(t.body, LENGTHS.personNote, 1)),
    check('person_notes_until', sql`${t.until} > ${t.at}`),
  ],
);
