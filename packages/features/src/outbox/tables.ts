import type { Values } from '@groundwork/mail';
import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Letter } from './letter.ts';

const language = () => text({ enum: ['en', 'es', 'ar'] }).notNull();

/** What many receive, in one language, with places for what is each one's own. It stays while a mail refers to it. */
export const letters = pgTable(
  'letters',
  {
    id: uuid().primaryKey(),
    groupId: uuid(),
    language: language(),
    subject: text().notNull(),
    letter: jsonb().$type<Letter>().notNull(),
    writtenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('letters_of_group').on(t.groupId), index('letters_by_age').on(t.writtenAt)],
);

/**
 * Mail that was promised in the same transaction as what caused it. What it says, and to whom, is erased once sent;
 * without SMTP it is kept for the site's Outbox page.
 */
export const mails = pgTable(
  'mails',
  {
    id: uuid().primaryKey(),
    /** Says which promise this is, so that a promise made twice is one mail. */
    key: text().notNull().unique(),
    groupId: uuid(),
    toAddress: text(),
    /** The mailbox behind the address (mailboxes.ts), by which stewards find its mail; it goes when the address does. */
    mailbox: text(),
    language: language(),
    subject: text(),
    letter: jsonb().$type<Letter>(),
    /** The letter to many that this is one of, instead of a letter and subject of its own. */
    letterId: uuid(),
    /** As one of many it waits in a lane (lanes.ts) until it went. */
    lane: text(),
    values: jsonb().$type<Values>(),
    mailingId: uuid(),
    /** The person whom it is to, or about. */
    personId: uuid(),
    state: text({ enum: ['promised', 'held', 'sent', 'kept', 'refused'] })
      .notNull()
      .default('promised'),
    /** Somebody typed the address into a form and has not proved it; about an account of that address, or anything else. */
    typed: text({ enum: ['form', 'account'] }),
    /** Which ceiling held it back when it was to be sent. It stays when the mail goes out later. */
    heldBy: text({ enum: ['mailbox', 'group', 'site', 'unvouched'] }),
    /** When no ceiling stood against it: a mail that is tried again does not count again. */
    admittedAt: timestamp({ withTimezone: true }),
    /** When it is to be sent, or tried again. */
    dueAt: timestamp({ withTimezone: true }).defaultNow(),
    attemptCount: integer().notNull().default(0),
    promisedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    finishedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    // Read backwards, as the primary key is for all mail: ids are in the order in which they were made. With .desc() drizzle
    // writes "nulls last", which no "order by ... desc" can use.
    index('mails_of_mailbox')
      .on(t.mailbox, t.id)
      .where(sql`${t.mailbox} is not null`),
    index('mails_of_group')
      .on(t.groupId)
      .where(sql`${t.groupId} is not null and ${t.state} <> 'sent'`),
    index('mails_of_letter')
      .on(t.letterId)
      .where(sql`${t.letterId} is not null`),
    index('mails_of_mailing')
      .on(t.mailingId, t.state)
      .where(sql`${t.mailingId} is not null`),
    index('mails_of_person')
      .on(t.personId)
      .where(sql`${t.personId} is not null`),
    index('mails_finished')
      .on(t.finishedAt)
      .where(sql`${t.finishedAt} is not null`),
    // What one receiver waits for; what many are told waits in lanes.
    index('mails_single_due')
      .on(t.dueAt)
      .where(sql`${t.state} = 'promised' and ${t.letterId} is null`),
    index('mails_in_lane')
      .on(t.lane, t.dueAt)
      .where(sql`${t.state} = 'promised' and ${t.lane} is not null`),
    index('mails_held_back')
      .on(t.promisedAt, t.id)
      .where(sql`${t.heldBy} is not null`),
    index('mails_refused')
      .on(t.id)
      .where(sql`${t.state} = 'refused'`),
  ],
);

/**
 * What came back of mails: once of each kind for a mail, however often it is told. Its mailbox is a key (`mailboxKey`) from
 * which nobody reads an address; key and domain are emptied when its person is erased, and all goes after 90 days.
 */
export const mailReturns = pgTable(
  'mail_returns',
  {
    mailId: uuid().notNull(),
    kind: text({ enum: ['gone', 'later', 'refused', 'delayed', 'complaint'] }).notNull(),
    mailboxKey: text(),
    /** Of the receiver, in punycode; null where nobody of it is known any more. */
    domain: text(),
    groupId: uuid(),
    mailingId: uuid(),
    /** An enhanced status code (RFC 3463), such as `5.1.1`. */
    code: text(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.mailId, t.kind] }),
    index('mail_returns_by_age').on(t.at),
    index('mail_returns_of_mailbox')
      .on(t.mailboxKey, t.at)
      .where(sql`${t.kind} = 'later'`),
    index('mail_returns_gone')
      .on(t.mailingId)
      .where(sql`${t.kind} = 'gone' and ${t.mailingId} is not null`),
    index('mail_returns_of_domain')
      .on(t.domain, t.at)
      .where(sql`${t.domain} is not null`),
    check('mail_returns_kind', sql`${t.kind} in ('gone', 'later', 'refused', 'delayed', 'complaint')`),
  ],
);

/** Mailboxes that get no mailing of any group, each until its owner opens it; a full one is tried again after a while. */
export const shutMailboxes = pgTable(
  'shut_mailboxes',
  {
    mailboxKey: text().primaryKey(),
    why: text({ enum: ['gone', 'full', 'complaint'] }).notNull(),
    since: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index('shut_mailboxes_full')
      .on(t.since)
      .where(sql`${t.why} = 'full'`),
    check('shut_mailboxes_why', sql`${t.why} in ('gone', 'full', 'complaint')`),
  ],
);
