import { sql } from 'drizzle-orm';
import { boolean, check, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { hasLength } from '../checks.ts';
import { LENGTHS } from '../lengths.ts';

/** One row: this installation. It exists once the site has been set up. */
export const sites = pgTable(
  'sites',
  {
    only: boolean().primaryKey().default(true),
    name: text().notNull(),
    languages: text({ enum: ['en', 'es', 'ar'] })
      .array()
      .notNull(),
    opening: text({ enum: ['anyone', 'invited', 'nobody'] })
      .notNull()
      .default('anyone'),
    /** `members`: whoever is in a group that was vouched for. A site's steward always may. */
    startingGroups: text({ enum: ['stewards', 'members', 'anyone'] })
      .notNull()
      .default('members'),
    /** The id of the campaign that leads the start page, while strangers come across it. Campaigns are a higher feature. */
    frontCampaignId: uuid(),
    /** Whom people turn to: an address, or words of one line. */
    contact: text(),
    rules: text().notNull().default(''),
    /** What they read as (prose.ts), and of what that was made. */
    rulesHtml: text(),
    rulesHtmlOf: text(),
    /** A URI, for security.txt. */
    securityContact: text(),
    /** A mailing of any group to more people than this takes a second look; null: each group says so itself. */
    lookAbove: integer(),
    setUpAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** When a steward waved the first steps away. */
    firstStepsAwayAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    check('sites_only_one', sql`${t.only}`),
    check('sites_name_length', hasLength(t.name, LENGTHS.siteName, 1)),
    check('sites_look_above', sql`${t.lookAbove} between 1 and 1000000`),
  ],
);

/** The one-time link that sets a site up. Only its hash is kept. */
export const setupLinks = pgTable('setup_links', {
  id: uuid().primaryKey(),
  tokenHash: text().notNull().unique(),
  madeAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
