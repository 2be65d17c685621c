import { index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { accountInvitations } from '../invitations/tables.ts';

/**
 * An account that was asked for and whose email is not proven yet. One is written for an email that has an account
 * too, with a token nobody is told, so that asking costs the same either way.
 */
export const accountOpenings = pgTable(
  'account_openings',
  {
    id: uuid().primaryKey(),
    /** Lower case. */
    email: text().notNull(),
    name: text().notNull(),
    passwordHash: text().notNull(),
    language: text({ enum: ['en', 'es', 'ar'] }).notNull(),
    timeZone: text().notNull(),
    tokenHash: text().notNull().unique(),
    /** Where to go on: a path of this site. */
    nextPath: text().notNull(),
    /** What its asker pressed before, to be done on arrival: see intents/. */
    intent: jsonb().$type<{
      deed: 'groups.join' | 'groups.ask' | 'groups.accept' | 'events.rsvp';
      subject: string;
    }>(),
    invitationId: uuid().references(() => accountInvitations.id, { onDelete: 'cascade' }),
    askedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    index('account_openings_email').on(t.email, t.askedAt),
    index('account_openings_expiry').on(t.expiresAt),
  ],
);
