import { sql } from 'drizzle-orm';
import { boolean, check, date, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { accounts } from '../../accounts/tables.ts';
import { hasLength } from '../../checks.ts';
import { groups } from '../../groups/tables.ts';
import { LENGTHS } from '../../lengths.ts';
import { campaigns } from '../tables.ts';

/**
 * A group under a letter that organizations sign: by one who speaks for it, after a decision that they say. It counts until it is
 * taken back, and the row stays.
 */
export const campaignSignOns = pgTable(
  'campaign_sign_ons',
  {
    campaignId: uuid()
      .notNull()
      .references(() => campaigns.id, { onDelete: 'cascade' }),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    /** What it was called when it signed: whoever takes another group's name later signed under this one. */
    signedAs: text().notNull(),
    /** Who decided it, and where; for the group and those who run the letter. */
    decision: text().notNull(),
    decidedOn: date({ mode: 'string' }).notNull(),
    /** Its picture stands beside its name, and for what else it may be used. */
    showsLogo: boolean().notNull().default(false),
    logoTerms: text().notNull().default(''),
    signedBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    signedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    takenBackAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.campaignId, t.groupId] }),
    index('campaign_sign_ons_in_order')
      .on(t.campaignId, t.signedAt, t.groupId)
      .where(sql`${t.takenBackAt} is null`),
    index('campaign_sign_ons_of_group').on(t.groupId),
    index('campaign_sign_ons_by_account').on(t.signedBy),
    check('campaign_sign_ons_decision_length', hasLength(t.decision, LENGTHS.reason, 1)),
    check('campaign_sign_ons_terms_length', hasLength(t.logoTerms, LENGTHS.sponsorWord)),
  ],
);
