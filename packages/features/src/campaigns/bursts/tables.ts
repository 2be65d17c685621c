import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { campaigns } from '../tables.ts';
import { signatures } from '../signatures/tables.ts';
import { hasLength } from '../../checks.ts';
import { LENGTHS } from '../../lengths.ts';

const at = () => timestamp({ withTimezone: true });

/**
 * What looks like a burst under one campaign, by what its signatures have in common. It gathers as long as one comes a
 * day; once an organizer released it, the same is trusted for a while.
 */
export const signatureBursts = pgTable(
  'signature_bursts',
  {
    id: uuid().primaryKey(),
    groupId: uuid().notNull(),
    campaignId: uuid().notNull(),
    cause: text({ enum: ['domain', 'link', 'household', 'trap'] }).notNull(),
    /** A domain's name or a link's id; empty for what is not told apart, such as a household, which is kept nowhere. */
    subject: text().notNull(),
    beganAt: at().notNull().defaultNow(),
    lastAt: at().notNull().defaultNow(),
    trustedAt: at(),
  },
  (t) => [
    unique('signature_bursts_once').on(t.campaignId, t.cause, t.subject),
    foreignKey({
      columns: [t.groupId, t.campaignId],
      foreignColumns: [campaigns.groupId, campaigns.id],
    }).onDelete('cascade'),
    index('signature_bursts_last').on(t.lastAt),
    check('signature_bursts_subject_length', hasLength(t.subject, LENGTHS.email)),
  ],
);

/**
 * A signature that waits for an organizer. While it is held it has no `confirmed_at`, so that nothing which reads what
 * stands can count or show it; `proven_at` keeps that its mailbox was proven. Released and counted, the row goes.
 */
export const signatureHolds = pgTable(
  'signature_holds',
  {
    signatureId: uuid()
      .primaryKey()
      .references(() => signatures.id, { onDelete: 'cascade' }),
    burstId: uuid()
      .notNull()
      .references(() => signatureBursts.id, { onDelete: 'cascade' }),
    heldAt: at().notNull().defaultNow(),
    provenAt: at(),
    releasedAt: at(),
    refusedAt: at(),
  },
  (t) => [
    index('signature_holds_of_burst').on(t.burstId, t.signatureId),
    check('signature_holds_one_decision', sql`${t.releasedAt} is null or ${t.refusedAt} is null`),
  ],
);
