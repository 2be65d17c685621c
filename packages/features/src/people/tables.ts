import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  customType,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
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
import { closeness, firstTag } from './sort-keys.ts';
import { SOURCES, type EmailOrigin } from './sources.ts';
import { HISTORY_KINDS, OF_MAIL } from './history-kinds.ts';
import { hasLength } from '../checks.ts';
import { groups } from '../groups/tables.ts';
import { LENGTHS } from '../lengths.ts';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** What ONE group holds about a human. The same human in two groups is two people, and neither group knows. */
export const people = pgTable(
  'people',
  {
    id: uuid().primaryKey(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    /** Lower case; null once erased or when only a name was given at the door. The first one: mail goes there. */
    email: text(),
    /** The first one, in E.164 where it could be read as a number, else as it was typed (phones.ts). */
    phone: text(),
    name: text().notNull(),
    language: text({ enum: ['en', 'es', 'ar'] }).notNull(),
    tags: text().array().notNull().default([]),
    accountId: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    /** A standing no to everything, above every yes. */
    doNotContact: boolean().notNull().default(false),
    /** Where the record came from, and the thing that brought it (a campaign, an event, an import). */
    source: text({ enum: SOURCES }).notNull(),
    sourceId: uuid(),
    pronouns: text(),
    /** How close to the group somebody took them to be, from 1 (leads others) to 5 (is against it). */
    assessment: smallint(),
    /** Who of the group keeps in touch with them; shown only as long as that account sees people there. */
    contactAccountId: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    /** Where the first email is from, of what was another record's or a further one; null: their history says. Of another email, a trigger takes it off. */
    emailOrigin: jsonb().$type<EmailOrigin>(),
    /** When their address sent back a mail for good; null for another one: a trigger in `mailings_written`. */
    mailRefusedAt: timestamp({ withTimezone: true }),
    /** To how many events they came: kept by triggers on `attendances` (`people_found`) and `person_history` (`people_ordered`). */
    cameCount: integer().notNull().default(0),
    /** Their city, in the letters that lists go by: kept by a trigger on `person_addresses`, in `people_ordered`. */
    cityLetters: text(),
    addedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    lastSeenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** The words of name and email, without accents: person_words() in the migration `searches`. */
    search: tsvector().generatedAlwaysAs(sql`person_words(name, email)`),
  },
  (t) => [
    unique('people_same_group').on(t.groupId, t.id),
    uniqueIndex('people_email').on(t.groupId, t.email),
    // In whatever group: what the site holds about one mailbox.
    index('people_of_mailbox')
      .on(t.email)
      .where(sql`${t.email} is not null`),
    // Read backwards. With .desc() drizzle writes "nulls last", which no "order by ... desc" can use.
    index('people_newest').on(t.groupId, t.addedAt, t.id),
    index('people_seen').on(t.groupId, t.lastSeenAt, t.id),
    index('people_by_turnout').on(t.groupId, t.cameCount, t.id),
    index('people_by_closeness').on(t.groupId, closeness(t), t.id),
    // By the letters that a search goes by too: same_letters() in the migration `searches`.
    index('people_by_name').on(t.groupId, sql`same_letters(${t.name})`, t.id),
    // Whoever signs pays for no index of what is not known of them: those who lack it are walked along by their ids.
    index('people_by_city')
      .on(t.groupId, t.cityLetters, t.id)
      .where(sql`${t.cityLetters} is not null`),
    index('people_by_contact')
      .on(t.groupId, t.contactAccountId, t.id)
      .where(sql`${t.contactAccountId} is not null`),
    index('people_by_tag')
      .on(t.groupId, firstTag(t), t.id)
      .where(sql`${firstTag(t)} is not null`),
    // By email `people_email` serves, up to those who have none.
    index('people_without_email')
      .on(t.groupId, t.id)
      .where(sql`${t.email} is null`),
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

/**
 * The further emails and phones of a person; the first ones are in `people`. A person with a further one has a first one of
 * that kind. Nobody else of the group has such an email, as a first one or as another: triggers in the migration
 * `people` hold that.
 */
export const contactPoints = pgTable(
  'contact_points',
  {
    id: uuid().primaryKey(),
    groupId: uuid().notNull(),
    personId: uuid().notNull(),
    kind: text({ enum: ['email', 'phone'] }).notNull(),
    /** In the form in which `people` keeps the first one. */
    value: text().notNull(),
    /** When somebody showed that they read the mail there; null as long as it is only said. */
    provenAt: timestamp({ withTimezone: true }),
    /** `unknown` of what was a first one, of which not all is kept. */
    source: text({ enum: [...SOURCES, 'organizer', 'own-page', 'unknown'] }).notNull(),
    sourceId: uuid(),
    addedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ columns: [t.groupId, t.personId], foreignColumns: [people.groupId, people.id] }).onDelete(
      'cascade',
    ),
    uniqueIndex('contact_points_email')
      .on(t.groupId, t.value)
      .where(sql`${t.kind} = 'email'`),
    index('contact_points_of_mailbox')
      .on(t.value)
      .where(sql`${t.kind} = 'email' and ${t.provenAt} is not null`),
    unique('contact_points_once').on(t.personId, t.kind, t.value),
    check('contact_points_email_lower', sql`${t.kind} <> 'email' or ${t.value} = lower(${t.value})`),
    check('contact_points_length', hasLength(t.value, LENGTHS.email, 1)),
    check('contact_points_phone_length', sql`${t.kind} <> 'phone' or ${hasLength(t.value, LENGTHS.phone)}`),
  ],
);

/** Where a person gets their post. */
export const personAddresses = pgTable(
  'person_addresses',
  {
    personId: uuid().primaryKey(),
    groupId: uuid().notNull(),
    street: text(),
    city: text(),
    region: text(),
    postcode: text(),
    country: text(),
    /** The postcode as a table of postcodes has it, whole, and the part of it that names an area: postcode_area() in the migration `people_found`. */
    code: text().generatedAlwaysAs(sql`upper(replace(postcode, ' ', ''))`),
    area: text().generatedAlwaysAs(sql`postcode_area(postcode)`),
  },
  (t) => [
    foreignKey({ columns: [t.groupId, t.personId], foreignColumns: [people.groupId, people.id] }).onDelete(
      'cascade',
    ),
    // By its beginning too.
    index('person_addresses_code').on(t.groupId, t.code.op('text_pattern_ops')),
    index('person_addresses_area')
      .on(t.groupId, t.area)
      .where(sql`${t.area} is not null`),
    index('person_addresses_city').on(t.groupId, sql`lower(${t.city})`),
    check('person_addresses_street_length', hasLength(t.street, LENGTHS.street, 1)),
    check('person_addresses_city_length', hasLength(t.city, LENGTHS.city, 1)),
    check('person_addresses_region_length', hasLength(t.region, LENGTHS.region, 1)),
    check('person_addresses_postcode_length', hasLength(t.postcode, LENGTHS.postcode, 1)),
    check('person_addresses_country_length', hasLength(t.country, LENGTHS.country, 1)),
    check(
      'person_addresses_not_empty',
      sql`coalesce(${t.street}, ${t.city}, ${t.region}, ${t.postcode}, ${t.country}) is not null`,
    ),
  ],
);

/** How an answer was given: the form, page or file; by calling a letter spam where it was read. */
const HOWS = [
  ...(['signature', 'rsvp', 'joining', 'import', 'sheet', 'unsubscribe-link'] as const),
  // `earlier`: a no of somebody who was erased, and is known again.
  ...(['own-page', 'organizer', 'complaint', 'earlier'] as const),
] as const;
const MANNERS = ['in-person', 'phone', 'paper'] as const;

/** An answer as it stood before another one. */
type AnswerBefore = {
  given: 'yes' | 'no';
  how: (typeof HOWS)[number];
  manner: (typeof MANNERS)[number] | null;
  words: string | null;
  subjectId: string | null;
  at: string;
};

/** One row per way and purpose: the present answer. Every change of it is a line in `person_history`. */
export const consents = pgTable(
  'consents',
  {
    groupId: uuid().notNull(),
    personId: uuid().notNull(),
    /** `any` for what has no way of its own: sharing. */
    way: text({ enum: ['email', 'text', 'call', 'post', 'any'] }).notNull(),
    /** `membership`: what members must hear. */
    purpose: text({ enum: ['updates', 'membership', 'sharing'] }).notNull(),
    given: text({ enum: ['yes', 'no'] }).notNull(),
    how: text({ enum: HOWS }).notNull(),
    /** Of what an organizer was told: where. */
    manner: text({ enum: MANNERS }),
    /** What was read when it was given: the sentence of the form, or the heading of the file's column. */
    words: text(),
    subjectId: uuid(),
    /** The answer whose place an organizer's took, for as long as that can be taken back; null where there was none. */
    before: jsonb().$type<AnswerBefore>(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** How often at most they want letters to many; null: as often as there are. It outlasts a no (preferences/). */
    pace: text({ enum: ['monthly'] }),
    /** The only campaigns of which they want letters, as they were called then; null: about everything. */
    onlyAbout: jsonb().$type<{ id: string; title: string }[]>(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.way, t.purpose] }),
    foreignKey({ columns: [t.groupId, t.personId], foreignColumns: [people.groupId, people.id] }).onDelete(
      'cascade',
    ),
    index('consents_given')
      .on(t.groupId, t.way, t.purpose, t.personId)
      .where(sql`${t.given} = 'yes'`),
    // Of the few who want less than all letters.
    index('consents_narrow')
      .on(t.groupId, t.personId)
      .where(sql`${t.pace} is not null or ${t.onlyAbout} is not null`),
    check('consents_pace', sql`${t.pace} in ('monthly')`),
    check(
      'consents_only_about',
      sql`case when jsonb_typeof(${t.onlyAbout}) = 'array' then jsonb_array_length(${t.onlyAbout}) > 0
      else ${t.onlyAbout} is null end`,
    ),
    check(
      'consents_narrow',
      sql`(${t.pace} is null and ${t.onlyAbout} is null) or (${t.way} = 'email' and ${t.purpose} = 'updates')`,
    ),
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
    ...{ groupId: uuid().notNull(), personId: uuid().notNull() },
    kind: text({ enum: HISTORY_KINDS }).notNull(),
    ...{ subjectId: uuid(), label: text() },
    /** The account that did it by hand. Like the journal's it outlives the account, whose name is then not shown. */
    actorId: uuid(),
    /** Of a correction, the names of what was corrected, and never what it was or became. */
    fields: text().array(),
    /** Of a letter to many for which the budget of a coalition held. */
    isBudgeted: boolean().notNull().default(false),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ columns: [t.groupId, t.personId], foreignColumns: [people.groupId, people.id] }).onDelete(
      'cascade',
    ),
    index('person_history_newest').on(t.personId, t.at, t.id),
    // Who of a group was written to, and when: for segments, and for the sweep that forgets it.
    index('person_history_mailed')
      .on(t.groupId, t.at, t.personId)
      .where(sql`${t.kind} in (${sql.raw(OF_MAIL)})`),
    index('person_history_listed')
      .on(t.groupId, t.at, t.personId)
      .where(sql`${t.kind} = 'came-elsewhere'`),
  ],
);
