import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
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
import { hasLength } from '../checks.ts';
import { compositions } from '../compositions/tables.ts';
import { groups } from '../groups/tables.ts';
import { LENGTHS } from '../lengths.ts';
import { channels } from '../messaging/tables.ts';
import { CLAUSES, COMPACT_BOUNDS, LEAST_IN_COMMON, LETTER_FIELDS } from './bounds.ts';

const SIDES = ['group', 'writer'] as const;
const bound = (name: keyof typeof COMPACT_BOUNDS) => sql.raw(String(COMPACT_BOUNDS[name]));
const listed = (words: readonly string[]) => sql.raw(words.map((word) => `'${word}'`).join(', '));

/**
 * An agreement between two groups: the one whose people hear, and the one that may write to them. One for each pair and
 * direction, with all that was ever agreed between them and every use of it.
 */
export const compacts = pgTable(
  'compacts',
  {
    id: uuid().primaryKey(),
    /** Whose people hear. They stay its alone. */
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    /** Who may write to them. */
    writerId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    /** What each was called when it last asked for this or said yes: so the other knows it, whatever it is by now. */
    groupName: text().notNull(),
    writerName: text().notNull(),
    /** Where those who publish for either talk about it. */
    channelId: uuid().references(() => channels.id, { onDelete: 'set null' }),
    /** When it ends before its last day, or ended, as one of the two said. */
    endsAt: timestamp({ withTimezone: true }),
    endSide: text({ enum: SIDES }),
    endedBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    endSaidAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    unique('compacts_of_pair').on(t.groupId, t.writerId),
    index('compacts_of_writer').on(t.writerId),
    index('compacts_of_channel').on(t.channelId),
    index('compacts_by_ender').on(t.endedBy),
    check('compacts_between_two', sql`${t.groupId} <> ${t.writerId}`),
    check('compacts_end_whole', sql`num_nonnulls(${t.endsAt}, ${t.endSide}, ${t.endSaidAt}) in (0, 3)`),
    check('compacts_end_side', sql`${t.endSide} in (${listed(SIDES)})`),
  ],
);

/** Terms that one of the two proposed. They count once a steward of each has agreed to these very ones, until newer ones do. */
export const compactVersions = pgTable(
  'compact_versions',
  {
    compactId: uuid()
      .notNull()
      .references(() => compacts.id, { onDelete: 'cascade' }),
    number: smallint().notNull(),
    /** What letters may be about. */
    about: text().notNull(),
    /** What of a reader's record a letter may say to them. */
    fields: text({ enum: LETTER_FIELDS })
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** How many uses within any 365 days. */
    mostAYear: smallint().notNull(),
    /** How many hours before it goes out a use is asked for. */
    noticeHours: smallint().notNull(),
    /** Its last day, where the group is whose people hear. */
    until: date({ mode: 'string' }).notNull(),
    /** How many days after one of the two says so it ends. */
    endingDays: smallint().notNull(),
    proposedSide: text({ enum: SIDES }).notNull(),
    proposedBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    proposedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    word: text().notNull().default(''),
    state: text({ enum: ['open', 'agreed', 'declined', 'withdrawn', 'replaced'] })
      .notNull()
      .default('open'),
    /** Who said yes or no, or took it back. */
    decidedBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    decidedAt: timestamp({ withTimezone: true }),
    answer: text().notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.compactId, t.number] }),
    uniqueIndex('compact_versions_one_open')
      .on(t.compactId)
      .where(sql`${t.state} = 'open'`),
    index('compact_versions_by_proposer').on(t.proposedBy),
    index('compact_versions_by_decider').on(t.decidedBy),
    check('compact_versions_number', sql`${t.number} >= 1`),
    check('compact_versions_about_length', hasLength(t.about, LENGTHS.compactAbout, 1)),
    check('compact_versions_fields', sql`${t.fields} <@ array[${listed(LETTER_FIELDS)}]::text[]`),
    check('compact_versions_most', sql`${t.mostAYear} between 1 and ${bound('mostAYear')}`),
    check(
      'compact_versions_notice',
      sql`${t.noticeHours} between ${bound('leastNoticeHours')} and ${bound('noticeHours')}`,
    ),
    check('compact_versions_ending', sql`${t.endingDays} between 0 and ${bound('endingDays')}`),
    check(
      'compact_versions_until',
      sql`${t.until} <= (${t.proposedAt} at time zone 'UTC')::date + ${bound('years')} * 366`,
    ),
    check('compact_versions_side', sql`${t.proposedSide} in (${listed(SIDES)})`),
    check(
      'compact_versions_state',
      sql`${t.state} in ('open', 'agreed', 'declined', 'withdrawn', 'replaced')`,
    ),
    check('compact_versions_decided', sql`(${t.state} in ('open', 'replaced')) = (${t.decidedAt} is null)`),
    check('compact_versions_word_length', hasLength(t.word, LENGTHS.reason)),
    check('compact_versions_answer_length', hasLength(t.answer, LENGTHS.reason)),
  ],
);

/** Who agreed to which terms: one account of each side, and never the same for both. */
export const compactAgreements = pgTable(
  'compact_agreements',
  {
    compactId: uuid().notNull(),
    number: smallint().notNull(),
    side: text({ enum: SIDES }).notNull(),
    accountId: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.compactId, t.number, t.side] }),
    foreignKey({
      name: 'compact_agreements_of_version',
      columns: [t.compactId, t.number],
      foreignColumns: [compactVersions.compactId, compactVersions.number],
    }).onDelete('cascade'),
    unique('compact_agreements_take_two').on(t.compactId, t.number, t.accountId),
    index('compact_agreements_by_account').on(t.accountId),
    check('compact_agreements_side', sql`${t.side} in (${listed(SIDES)})`),
  ],
);

/** A use of it, or one that was refused: a row of the ledger that both read. */
export const compactUses = pgTable(
  'compact_uses',
  {
    id: uuid().primaryKey(),
    compactId: uuid().notNull(),
    /** The terms under which it was asked for. */
    number: smallint().notNull(),
    /** `overlap`: how many people the two have in common (overlaps/). */
    kind: text({ enum: ['letter', 'overlap'] })
      .notNull()
      .default('letter'),
    /** What a letter is called; else empty. */
    title: text().notNull(),
    askedSide: text({ enum: SIDES }).notNull().default('writer'),
    askedBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    askedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** When it goes out, with a yes; without one by then it lapses. What is only counted is counted at the yes. */
    goesAt: timestamp({ withTimezone: true }).notNull(),
    state: text({
      enum: ['asked', 'agreed', 'declined', 'withdrawn', 'lapsed', 'sent', 'counted', 'stopped', 'refused'],
    }).notNull(),
    /** By what of the terms it was refused, or lapsed. */
    clause: text({ enum: CLAUSES }),
    /** What the other side would have changed. */
    wish: text().notNull().default(''),
    answeredBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    answeredAt: timestamp({ withTimezone: true }),
    answer: text().notNull().default(''),
    /** The mailing by which it goes out, from the yes on. */
    compositionId: uuid().references(() => compositions.id, { onDelete: 'set null' }),
    sentAt: timestamp({ withTimezone: true }),
    /** To how many it went, and how many of them did something within two weeks: exact for their own group. */
    gotCount: integer(),
    actedCount: integer(),
    /** The same as the other side hears it: to the ten below, said once. */
    gotTold: integer(),
    actedTold: integer(),
    /** How many people the two have in common, as both hear it: rounded, and null below fifty. */
    inCommon: integer(),
    countedAt: timestamp({ withTimezone: true }),
    /** It is shown to those who publish in a coalition that both are in. */
    isShown: boolean().notNull().default(false),
  },
  (t) => [
    foreignKey({
      name: 'compact_uses_of_version',
      columns: [t.compactId, t.number],
      foreignColumns: [compactVersions.compactId, compactVersions.number],
    }).onDelete('cascade'),
    // Read backwards: ids are in the order in which they were asked for.
    index('compact_uses_in_order').on(t.compactId, t.id),
    index('compact_uses_by_asker').on(t.askedBy),
    index('compact_uses_by_answerer').on(t.answeredBy),
    index('compact_uses_of_composition').on(t.compositionId),
    index('compact_uses_underway')
      .on(t.goesAt)
      .where(sql`${t.state} in ('asked', 'agreed')`),
    index('compact_uses_uncounted')
      .on(t.sentAt)
      .where(sql`${t.state} = 'sent' and ${t.actedCount} is null`),
    index('compact_uses_counted')
      .on(t.compactId, t.countedAt)
      .where(sql`${t.countedAt} is not null`),
    check('compact_uses_kind', sql`${t.kind} in ('letter', 'overlap')`),
    check('compact_uses_asked_side', sql`${t.askedSide} in (${listed(SIDES)})`),
    check('compact_uses_letters_by_writer', sql`${t.kind} = 'overlap' or ${t.askedSide} = 'writer'`),
    check(
      'compact_uses_state',
      sql`${t.state} in ('asked', 'agreed', 'declined', 'withdrawn', 'lapsed', 'sent', 'counted', 'stopped', 'refused')`,
    ),
    check('compact_uses_clause', sql`(${t.state} in ('refused', 'lapsed')) = (${t.clause} is not null)`),
    check('compact_uses_clause_known', sql`${t.clause} in (${listed(CLAUSES)})`),
    check('compact_uses_sent', sql`(${t.state} = 'sent') = (${t.sentAt} is not null)`),
    check('compact_uses_counted', sql`num_nonnulls(${t.gotCount}, ${t.gotTold}) in (0, 2)`),
    check('compact_uses_acted', sql`num_nonnulls(${t.actedCount}, ${t.actedTold}) in (0, 2)`),
    check('compact_uses_overlap', sql`(${t.state} = 'counted') = (${t.countedAt} is not null)`),
    check(
      'compact_uses_in_common',
      sql`${t.inCommon} is null or (${t.inCommon} >= ${sql.raw(String(LEAST_IN_COMMON))} and ${t.countedAt} is not null)`,
    ),
    check('compact_uses_title_length', hasLength(t.title, LENGTHS.mailSubject)),
    check('compact_uses_title', sql`(${t.kind} = 'letter') = (${t.title} <> '')`),
    check('compact_uses_wish_length', hasLength(t.wish, LENGTHS.reason)),
    check('compact_uses_answer_length', hasLength(t.answer, LENGTHS.reason)),
  ],
);

/** What a letter that was asked for says in one language. */
export const compactLetters = pgTable(
  'compact_letters',
  {
    useId: uuid()
      .notNull()
      .references(() => compactUses.id, { onDelete: 'cascade' }),
    language: text({ enum: ['en', 'es', 'ar'] }).notNull(),
    subject: text().notNull(),
    body: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.useId, t.language] }),
    check('compact_letters_subject_length', hasLength(t.subject, LENGTHS.mailSubject, 1)),
    check('compact_letters_body_length', hasLength(t.body, LENGTHS.page, 1)),
  ],
);
