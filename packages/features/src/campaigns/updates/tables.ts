import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { accounts } from '../../accounts/tables.ts';
import { campaigns, campaignSponsors } from '../tables.ts';
import { hasLength } from '../../checks.ts';
import { LENGTHS } from '../../lengths.ts';

/** News of a campaign, on its page: its home group's, or that of a group that stands with it or stood. */
export const campaignUpdates = pgTable(
  'campaign_updates',
  {
    id: uuid().primaryKey(),
    campaignId: uuid()
      .notNull()
      .references(() => campaigns.id, { onDelete: 'cascade' }),
    /** Whose word it is, unless the home group's. It stays theirs, and stays, when they leave. */
    sponsorId: uuid(),
    title: text().notNull(),
    /** Markdown. */
    body: text().notNull(),
    /** What it reads as (site/prose.ts), and of what that was made. */
    bodyHtml: text(),
    bodyHtmlOf: text(),
    createdBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Set while those who run the campaign keep it off the page; with a reason where a decision about a report does. */
    hiddenAt: timestamp({ withTimezone: true }),
    hiddenReason: text(),
    /** Set while the sponsor that wrote it keeps it off the page. */
    withdrawnAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index('campaign_updates_newest').on(t.campaignId, t.id),
    index('campaign_updates_of_sponsor')
      .on(t.sponsorId, t.campaignId, t.id)
      .where(sql`${t.sponsorId} is not null`),
    foreignKey({
      name: 'campaign_updates_by_sponsor',
      columns: [t.campaignId, t.sponsorId],
      foreignColumns: [campaignSponsors.campaignId, campaignSponsors.groupId],
    }).onDelete('cascade'),
    check('campaign_updates_title_length', hasLength(t.title, LENGTHS.title, 1)),
    check('campaign_updates_body_length', hasLength(t.body, LENGTHS.page, 1)),
  ],
);
