import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
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
import { accounts } from '../accounts/tables.ts';
import { groups } from '../groups/tables.ts';
import { letters } from '../outbox/tables.ts';
import type { Condition } from './audience.ts';

/** One letter to many: what it tells, to whom, and how far it has gone. Its mails are in the outbox. */
export const mailings = pgTable(
  'mailings',
  {
    id: uuid().primaryKey(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    /** What it tells (`events.move`), of which thing, and which of several tellings of that thing it is. */
    kind: text().notNull(),
    aboutId: uuid().notNull(),
    version: text().notNull().default(''),
    audience: jsonb().$type<Condition>().notNull(),
    /** `sending` until none of its mails waits. */
    state: text({ enum: ['draft', 'scheduled', 'sending', 'stopped', 'sent'] })
      .notNull()
      .default('draft'),
    /** The last person (by id) whom a mail was promised to: where the next batch goes on. */
    position: uuid(),
    /** When its next batch is due: of a scheduled one, when it begins. Null when none is left, or to come now. */
    dueAt: timestamp({ withTimezone: true }),
    startedAt: timestamp({ withTimezone: true }),
    endedAt: timestamp({ withTimezone: true }),
    /** How many it goes to in all, counted when it begins and when it goes on: counting a million takes seconds. */
    receiverCount: integer(),
    /** How many went out: their own rows are forgotten after a month. */
    sentCount: integer(),
    /** It goes to one after another, for as long as what it belongs to lasts: that none of its mails waits does not end it. */
    isStanding: boolean().notNull().default(false),
    /**
     * The budget of a coalition held for it: some may be passed over, and nothing of it tells who. True of each that goes to as
     * many as a budget asks for, also where it passed nobody over.
     */
    isBudgeted: boolean().notNull().default(false),
    /** Why it stopped by itself: too many of its addresses are not there, or readers called it spam. Once for each mailing. */
    stoppedFor: text({ enum: ['addresses', 'complaints'] }),
    /** How many mails came back that had gone out, and how many readers called theirs spam. */
    cameBackCount: integer().notNull().default(0),
    complaintCount: integer().notNull().default(0),
    createdBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    unique('mailings_once').on(t.kind, t.aboutId, t.version),
    index('mailings_of_group').on(t.groupId),
    index('mailings_due')
      .on(t.dueAt)
      .where(sql`${t.dueAt} is not null`),
    index('mailings_underway')
      .on(t.startedAt)
      .where(sql`${t.state} in ('sending', 'stopped') and not ${t.isStanding}`),
    index('mailings_uncounted')
      .on(t.startedAt)
      .where(sql`${t.state} = 'sent' and ${t.sentCount} is null`),
    check('mailings_state', sql`${t.state} in ('draft', 'scheduled', 'sending', 'stopped', 'sent')`),
    check('mailings_scheduled', sql`${t.state} <> 'scheduled' or ${t.dueAt} is not null`),
    check('mailings_due', sql`${t.dueAt} is null or ${t.state} in ('scheduled', 'sending')`),
    check('mailings_started', sql`(${t.state} in ('draft', 'scheduled')) = (${t.startedAt} is null)`),
    check('mailings_ended', sql`(${t.state} = 'sent') = (${t.endedAt} is not null)`),
    check('mailings_stopped_for', sql`${t.stoppedFor} in ('addresses', 'complaints')`),
    check('mailings_counted', sql`${t.sentCount} is null or ${t.state} = 'sent'`),
  ],
);

/** The letter of a mailing in one language, and for one variant of its receivers. */
export const mailingLetters = pgTable(
  'mailing_letters',
  {
    mailingId: uuid()
      .notNull()
      .references(() => mailings.id, { onDelete: 'cascade' }),
    language: text({ enum: ['en', 'es', 'ar'] }).notNull(),
    variant: text().notNull(),
    letterId: uuid()
      .notNull()
      .references(() => letters.id, { onDelete: 'cascade' }),
  },
  (t) => [
    primaryKey({ columns: [t.mailingId, t.language, t.variant] }),
    index('mailing_letters_of_letter').on(t.letterId),
  ],
);
