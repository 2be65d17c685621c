import { sql } from 'drizzle-orm';
import {
  check,
  customType,
  date,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { accounts } from '../accounts/tables.ts';
import { groups } from '../groups/tables.ts';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** What ONE group holds about a human. The same human in two groups is two people, and neither group knows. */
export const people = pgTable(
  'people',
  {
    id: uuid().primaryKey(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    /** Lower case; null once erased or when only a name was given at the door. */
    email: text(),
    phone: text(),
    name: text().notNull(),
    language: text({ enum: ['en', 'es', 'ar'] }).notNull(),
    tags: text().array().notNull().default([]),
    accountId: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    /** Where the record came from, and the thing that brought it (a campaign, an event, an import). */
    source: text({ enum: ['signature', 'rsvp', 'membership', 'import', 'door', 'hand', 'sheet'] }).notNull(),
    sourceId: uuid(),
    pronouns: text(),
    /** How close to the group somebody took them to be, from 1 (leads others) to 5 (is against it). */
    assessment: smallint(),
    /** Who of the group keeps in touch with them; shown only as long as that account sees people there. */
    contactAccountId: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    addedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    lastSeenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** The words of name and email, without accents: person_words() in the migration `searches`. */
    search: tsvector().generatedAlwaysAs(sql`person_words(name, email)`),
  },
  (t) => [
    unique('people_same_group').on(t.groupId, t.id),
    uniqueIndex('people_email').on(t.groupId, t.email),
    // Read backwards. With .desc() drizzle writes "nulls last", which no "order by ... desc" can use.
    index('people_newest').on(t.groupId, t.addedAt, t.id),
    uniqueIndex('people_account').on(t.accountId, t.groupId),
    // By the digits of their number: how a list without addresses finds whom it names.
    index('people_phone')
      .on(t.groupId, sql`regexp_replace(${t.phone}, '[^0-9]', '', 'g')`)
      .where(sql`${t.phone} is not null`),
    index('people_tags').using('gin', t.tags),
    index('people_search').using('gin', t.search),
    index('people_of_contact')
      .on(t.contactAccountId, t.groupId)
      .where(sql`${t.contactAccountId} is not null`),
    check('people_email_lower', sql`${t.email} = lower(${t.email})`),
    check('people_assessment', sql`${t.assessment} between 1 and 5`),
  ],
);

/** One row per way and purpose: the present answer. Every change of it is a line in `person_history`. */
export const consents = pgTable(
  'consents',
  {
    groupId: uuid().notNull(),
    personId: uuid().notNull(),
    /** `any` for what has no way of its own: sharing. */
    way: text({ enum: ['email', 'text', 'call', 'post', 'any'] }).notNull(),
    purpose: text({ enum: ['updates', 'sharing'] }).notNull(),
    given: text({ enum: ['yes', 'no'] }).notNull(),
    /** How it was given or withdrawn: the form, page or file. */
    how: text({
      enum: [
        'signature',
        'rsvp',
        'joining',
        'import',
        'unsubscribe-link',
        'own-page',
        'organizer',
        'in-person',
        'by-phone',
        'paper',
        // A no of somebody who was erased, and is known again.
        'earlier',
      ],
    }).notNull(),
    subjectId: uuid(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.way, t.purpose] }),
    foreignKey({ columns: [t.groupId, t.personId], foreignColumns: [people.groupId, people.id] }).onDelete(
      'cascade',
    ),
    index('consents_given')
      .on(t.groupId, t.way, t.purpose, t.personId)
      .where(sql`${t.given} = 'yes'`),
  ],
);

/**
 * Who said no to a group's mail and was erased: a keyed hash of the mailbox and the day, and nothing else, so that no later
 * list makes a yes of it. Gone with a new yes of their own, and after some years (suppressions.ts).
 */
export const suppressions = pgTable(
  'suppressions',
  {
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    mailbox: text().notNull(),
    saidOn: date().notNull(),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.mailbox] }), index('suppressions_oldest').on(t.saidOn)],
);

/** What a person did, newest first; `label` is the public title of the thing at that time. */
export const personHistory = pgTable(
  'person_history',
  {
    id: uuid().primaryKey(),
    groupId: uuid().notNull(),
    personId: uuid().notNull(),
    kind: text({
      enum: [
        'signed',
        'confirmed',
        'withdrew',
        'rsvped',
        'cancelled',
        'came',
        'missed',
        'joined',
        'left',
        'imported',
        'added',
        'entered',
        'corrected',
        'subscribed',
        'unsubscribed',
      ],
    }).notNull(),
    subjectId: uuid(),
    label: text(),
    /** The account that did it by hand. Like the journal's it outlives the account, whose name is then not shown. */
    actorId: uuid(),
    /** Of a correction, the names of what was corrected, and never what it was or became. */
    fields: text().array(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ columns: [t.groupId, t.personId], foreignColumns: [people.groupId, people.id] }).onDelete(
      'cascade',
    ),
    index('person_history_newest').on(t.personId, t.at, t.id),
  ],
);
