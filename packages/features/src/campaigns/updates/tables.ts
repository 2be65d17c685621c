import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { accounts } from '../../accounts/tables.ts';
import { campaigns } from '../tables.ts';

/** News of a campaign: on its page, and mailed to those who signed it and agreed to mail. */
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
    isMailed: boolean().notNull(),
    /** The last person (by id) whom a mail was promised to: where the next batch goes on. */
    mailedUpTo: uuid(),
    mailCount: integer().notNull().default(0),
    /** When the last mail was promised. */
    mailedAt: timestamp({ withTimezone: true }),
    /** How many went out, once none waits any more: their own rows are forgotten after a month. */
    sentCount: integer(),
  },
  (t) => [
    index('campaign_updates_newest').on(t.campaignId, t.id),
    index('campaign_updates_uncounted')
      .on(t.mailedAt)
      .where(sql`${t.sentCount} is null and ${t.mailedAt} is not null`),
    check('campaign_updates_title_length', sql`length(${t.title}) between 1 and 120`),
    check('campaign_updates_body_length', sql`length(${t.body}) between 1 and 20000`),
  ],
);
