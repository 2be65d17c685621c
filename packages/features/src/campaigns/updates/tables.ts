import { check, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { accounts } from '../../accounts/tables.ts';
import { campaigns } from '../tables.ts';
import { hasLength } from '../../checks.ts';
import { LENGTHS } from '../../lengths.ts';

/** News of a campaign, on its page. */
export const campaignUpdates = pgTable(
  'campaign_updates',
  {
    id: uuid().primaryKey(),
    campaignId: uuid()
      .notNull()
      .references(() => campaigns.id, { onDelete: 'cascade' }),
    title: text().notNull(),
    /** Markdown. */
    body: text().notNull(),
    /** What it reads as (site/prose.ts), and of what that was made. */
    bodyHtml: text(),
    bodyHtmlOf: text(),
    createdBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index('campaign_updates_newest').on(t.campaignId, t.id),
    check('campaign_updates_title_length', hasLength(t.title, LENGTHS.title, 1)),
    check('campaign_updates_body_length', hasLength(t.body, LENGTHS.page, 1)),
  ],
);
