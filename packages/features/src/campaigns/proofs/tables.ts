import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { accounts } from '../../accounts/tables.ts';
import { groups } from '../../groups/tables.ts';
import { campaigns } from '../tables.ts';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/**
 * A campaign's public count at one moment, with a fingerprint of the list of what was counted. It waits until the worker counted
 * (`counted_at`), or found that it could not (`failed_at`).
 */
export const campaignProofs = pgTable(
  'campaign_proofs',
  {
    id: uuid().primaryKey(),
    /** Null once the campaign is gone, until what is stored of its list is removed. */
    campaignId: uuid().references(() => campaigns.id, { onDelete: 'set null' }),
    askedBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    /** For which of the groups that carry the campaign it was asked. */
    askedFor: uuid().references(() => groups.id, { onDelete: 'set null' }),
    askedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    countedAt: timestamp({ withTimezone: true }),
    failedAt: timestamp({ withTimezone: true }),
    count: integer(),
    /** SHA-256 over the list, in hexadecimal digits. */
    fingerprint: text(),
    /** Where the list lies, in so many parts. */
    fileKey: text().notNull(),
    partCount: integer().notNull().default(0),
    bytes: bigint({ mode: 'number' }).notNull().default(0),
    /** When the list was removed: those of the newest proofs are kept, of the others the count and the fingerprint. */
    removedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index('campaign_proofs_newest').on(t.campaignId, t.id),
    index('campaign_proofs_by_account').on(t.askedBy),
    index('campaign_proofs_for_group').on(t.askedFor),
    uniqueIndex('campaign_proofs_one_waits')
      .on(t.campaignId)
      .where(sql`${t.countedAt} is null and ${t.failedAt} is null`),
    check('campaign_proofs_whole', sql`num_nonnulls(${t.countedAt}, ${t.count}, ${t.fingerprint}) in (0, 3)`),
    check('campaign_proofs_one_end', sql`num_nonnulls(${t.countedAt}, ${t.failedAt}) <= 1`),
    check('campaign_proofs_fingerprint', sql`${t.fingerprint} ~ '^[0-9a-f]{64}$'`),
  ],
);

/**
 * Leaves that stand in a campaign's list beside those of the home group's people who stand now: of a sponsor's people as many as
 * are told of it, for good, whatever became of the signature; and of those who were forgotten and stay counted. Nothing leads from
 * one to a signature or a person.
 */
export const campaignProofLeaves = pgTable(
  'campaign_proof_leaves',
  {
    campaignId: uuid()
      .notNull()
      .references(() => campaigns.id, { onDelete: 'cascade' }),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    leaf: bytea().notNull(),
    /** It is in the list. Else it is of a sponsor's person who was forgotten, and comes in as others of them do, by tens. */
    isTold: boolean().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.campaignId, t.leaf] }),
    index('campaign_proof_leaves_of_group').on(t.groupId, t.campaignId),
    check('campaign_proof_leaves_length', sql`length(${t.leaf}) = 32`),
  ],
);
