import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { hasLength } from '../checks.ts';
import { LENGTHS } from '../lengths.ts';

const languages = { enum: ['en', 'es', 'ar'] } as const;
const at = () => timestamp({ withTimezone: true });

/** How someone signs in. An account exists only once its email is proven. */
export const accounts = pgTable(
  'accounts',
  {
    id: uuid().primaryKey(),
    /** Lower case. */
    email: text().notNull().unique(),
    name: text().notNull(),
    passwordHash: text().notNull(),
    language: text(languages).notNull(),
    timeZone: text().notNull(),
    createdAt: at().notNull().defaultNow(),
  },
  (t) => [
    check('accounts_email_lower', sql`${t.email} = lower(${t.email})`),
    check('accounts_name_length', hasLength(t.name, LENGTHS.shownName, 1)),
    index('accounts_newest').on(t.createdAt, t.id),
    // As somebody is named in a room.
    index('accounts_by_name').on(sql`same_letters(${t.name})`),
    // As members are found, by the name alone, and as stewards of the site find them.
    index('accounts_name_words').using('gin', sql`name_words(${t.name})`),
    index('accounts_words').using('gin', sql`person_words(${t.name}, ${t.email})`),
  ],
);

/** The accounts that look after this site. */
export const siteStewards = pgTable('site_stewards', {
  accountId: uuid()
    .primaryKey()
    .references(() => accounts.id, { onDelete: 'cascade' }),
  grantedBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
  grantedAt: at().notNull().defaultNow(),
  /** When they last had a mail about groups that wait to be vouched for. */
  toldOfGroupsAt: at(),
});

/** A browser that is signed in. No address and no browser name: only when it began and the day it was last used. */
export const sessions = pgTable(
  'sessions',
  {
    /** SHA-256 of the token, hex: a stolen backup signs nobody in. */
    id: text().primaryKey(),
    /** What its owner names it by in the list of their sessions. */
    key: uuid().notNull().unique(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    createdAt: at().notNull().defaultNow(),
    lastSeenOn: date().notNull().defaultNow(),
    expiresAt: at().notNull(),
  },
  (t) => [index('sessions_account').on(t.accountId), index('sessions_expiry').on(t.expiresAt)],
);

/** Sign-ins that failed, by a keyed hash of the email, whether an account has it or not. */
export const signInFailures = pgTable('sign_in_failures', {
  key: text().primaryKey(),
  failureCount: integer().notNull(),
  lastAt: at().notNull(),
  blockedUntil: at(),
});

/** A new email that an account asked for and that is not proven yet; at most one an account. */
export const emailChanges = pgTable(
  'email_changes',
  {
    accountId: uuid()
      .primaryKey()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** Lower case. */
    email: text().notNull(),
    tokenHash: text().notNull().unique(),
    askedAt: at().notNull().defaultNow(),
    expiresAt: at().notNull(),
  },
  (t) => [index('email_changes_expiry').on(t.expiresAt)],
);

/** An account that a steward of the site has shut out, and why. It ends with its row; the journal keeps for a while that it was. */
export const accountSuspensions = pgTable(
  'account_suspensions',
  {
    accountId: uuid()
      .primaryKey()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** Told to the owner. */
    reason: text().notNull(),
    suspendedBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    suspendedAt: at().notNull().defaultNow(),
  },
  (t) => [check('account_suspensions_reason_length', hasLength(t.reason, LENGTHS.measureReason, 1))],
);
