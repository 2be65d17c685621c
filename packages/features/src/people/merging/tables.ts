import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { accounts } from '../../accounts/tables.ts';
import { groups } from '../../groups/tables.ts';
import { people } from '../tables.ts';
import type { KeptOfMerge } from './kept.ts';

/**
 * Two records of one human that were made one. The line stays, so that the links in mails to the one that went lead to the
 * one that stayed; what parts them again goes after 30 days, and with the person.
 */
export const personMerges = pgTable(
  'person_merges',
  {
    id: uuid().primaryKey(),
    groupId: uuid().notNull(),
    /** The record that went. */
    goneId: uuid().notNull(),
    /** The one that stayed. */
    intoId: uuid().notNull(),
    mergedBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    at: timestamp({ withTimezone: true })
      .notNull()
      .default(sql`clock_timestamp()`),
    /** What parts them again; null once it was forgotten. */
    kept: jsonb().$type<KeptOfMerge>(),
  },
  (t) => [
    foreignKey({ columns: [t.groupId, t.intoId], foreignColumns: [people.groupId, people.id] }).onDelete(
      'cascade',
    ),
    unique('person_merges_once').on(t.goneId),
    index('person_merges_newest').on(t.intoId, t.at, t.id),
    index('person_merges_account')
      .on(t.mergedBy)
      .where(sql`${t.mergedBy} is not null`),
    index('person_merges_kept')
      .on(t.at)
      .where(sql`${t.kept} is not null`),
  ],
);

/** Two records that may be of one human, and why: found by the last look, and replaced by the next. */
export const duplicateCandidates = pgTable(
  'duplicate_candidates',
  {
    groupId: uuid().notNull(),
    firstId: uuid().notNull(),
    secondId: uuid().notNull(),
    why: text({ enum: ['phone', 'mailbox', 'name'] })
      .array()
      .notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.firstId, t.secondId] }),
    foreignKey({
      name: 'duplicate_candidates_first',
      columns: [t.groupId, t.firstId],
      foreignColumns: [people.groupId, people.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'duplicate_candidates_second',
      columns: [t.groupId, t.secondId],
      foreignColumns: [people.groupId, people.id],
    }).onDelete('cascade'),
    index('duplicate_candidates_of_group').on(t.groupId, t.firstId, t.secondId),
    index('duplicate_candidates_of_second').on(t.secondId),
    check('duplicate_candidates_order', sql`${t.firstId} < ${t.secondId}`),
  ],
);

/** Two records of which an organizer said that they are two people. */
export const peopleApart = pgTable(
  'people_apart',
  {
    groupId: uuid().notNull(),
    firstId: uuid().notNull(),
    secondId: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.firstId, t.secondId] }),
    foreignKey({
      name: 'people_apart_first',
      columns: [t.groupId, t.firstId],
      foreignColumns: [people.groupId, people.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'people_apart_second',
      columns: [t.groupId, t.secondId],
      foreignColumns: [people.groupId, people.id],
    }).onDelete('cascade'),
    index('people_apart_of_second').on(t.secondId),
    check('people_apart_order', sql`${t.firstId} < ${t.secondId}`),
  ],
);

/** The last look of a group for records of one human. */
export const duplicateLooks = pgTable('duplicate_looks', {
  groupId: uuid()
    .primaryKey()
    .references(() => groups.id, { onDelete: 'cascade' }),
  stage: text({ enum: ['asked', 'phones', 'mailboxes', 'names', 'done'] }).notNull(),
  foundCount: integer().notNull().default(0),
  askedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  finishedAt: timestamp({ withTimezone: true }),
});
