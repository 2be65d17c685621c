import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { accounts } from '../../accounts/tables.ts';
import { groups } from '../tables.ts';

/** A link that lets its holders in until it expires, is used up or is revoked (deleted). Only its hash is kept. */
export const groupInvitations = pgTable(
  'group_invitations',
  {
    id: uuid().primaryKey(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    tokenHash: text().notNull().unique(),
    madeBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    madeAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    useLimit: integer(),
    useCount: integer().notNull().default(0),
  },
  (t) => [
    index('group_invitations_by_group').on(t.groupId, t.madeAt, t.id),
    check('group_invitations_within_limit', sql`${t.useLimit} is null or ${t.useCount} <= ${t.useLimit}`),
  ],
);

/**
 * To whom an invitation was mailed, and the role it gives to that mailbox's own account; to any other it is a link for
 * one member. One mailbox has one invitation of a group at a time.
 */
export const groupInvitationAddressees = pgTable(
  'group_invitation_addressees',
  {
    invitationId: uuid()
      .primaryKey()
      .references(() => groupInvitations.id, { onDelete: 'cascade' }),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    /** As addresses are compared (addresses.ts). */
    email: text().notNull(),
    role: text({ enum: ['member', 'organizer'] })
      .notNull()
      .default('member'),
    language: text({ enum: ['en', 'es', 'ar'] }).notNull(),
    sentAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('group_invitation_addressees_mailbox').on(t.groupId, t.email),
    check('group_invitation_addressees_role', sql`${t.role} in ('member', 'organizer')`),
  ],
);
