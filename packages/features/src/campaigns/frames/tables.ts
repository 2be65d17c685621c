import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { accounts } from '../../accounts/tables.ts';
import { hasLength, hasSlugForm } from '../../checks.ts';
import { groups } from '../../groups/tables.ts';
import { LENGTHS } from '../../lengths.ts';
import { links } from '../../links/tables.ts';
import { SLUG_LENGTHS } from '../../slugs.ts';
import { campaigns, campaignSponsors } from '../tables.ts';

/** How many a campaign has out at once, and how many one group writes of it. */
export const MOST_FRAMES = 8;

/** `asked`: a group that stands with the campaign wrote it, and the home group has not answered yet. */
const FRAME_STATES = ['draft', 'asked', 'published', 'withdrawn'] as const;

/**
 * A campaign told in another way, for other people or for a second issue, on a page of its own. What is signed there is the campaign.
 */
export const campaignFrames = pgTable(
  'campaign_frames',
  {
    id: uuid().primaryKey(),
    campaignId: uuid()
      .notNull()
      .references(() => campaigns.id, { onDelete: 'cascade' }),
    /** Whose telling it is, unless the home group's. */
    sponsorId: uuid(),
    /** The last part of its address; a draft's (slugs.ts) until it was out once. */
    slug: text().notNull(),
    /** For whom it is told, for the groups of the campaign alone. */
    label: text().notNull().default(''),
    title: text().notNull(),
    ask: text().notNull(),
    /** Markdown. */
    story: text().notNull().default(''),
    /** What it reads as (site/prose.ts), and of what that was made. */
    storyHtml: text(),
    storyHtmlOf: text(),
    issues: text().array().notNull().default([]),
    pictureKey: text(),
    pictureAlt: text().notNull().default(''),
    state: text({ enum: FRAME_STATES }).notNull().default('draft'),
    /** Who took it off while it is withdrawn. */
    withdrawnBy: text({ enum: ['home', 'writer'] }),
    /** Counts what was changed of it: the home group says yes to what it read. */
    version: integer().notNull().default(1),
    /** With which the home group said no to the last question. */
    answer: text().notNull().default(''),
    refusedAt: timestamp({ withTimezone: true }),
    askedAt: timestamp({ withTimezone: true }),
    /** Since when it is out, or was first. */
    publishedAt: timestamp({ withTimezone: true }),
    /** Its own link, made when it is first out. While it is withdrawn that leads to the campaign's page. */
    linkId: uuid().references(() => links.id, { onDelete: 'set null' }),
    createdBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    unique('campaign_frames_slug').on(t.campaignId, t.slug),
    index('campaign_frames_of_sponsor')
      .on(t.sponsorId, t.campaignId)
      .where(sql`${t.sponsorId} is not null`),
    index('campaign_frames_of_link').on(t.linkId),
    index('campaign_frames_by_account').on(t.createdBy),
    foreignKey({
      name: 'campaign_frames_by_sponsor',
      columns: [t.campaignId, t.sponsorId],
      foreignColumns: [campaignSponsors.campaignId, campaignSponsors.groupId],
    }).onDelete('cascade'),
    check(
      'campaign_frames_slug_form',
      sql`${hasSlugForm(t.slug)} and ${hasLength(t.slug, SLUG_LENGTHS.campaign)}`,
    ),
    check('campaign_frames_label_length', hasLength(t.label, LENGTHS.linkLabel)),
    check('campaign_frames_title_length', hasLength(t.title, LENGTHS.title, 2)),
    check('campaign_frames_ask_length', hasLength(t.ask, LENGTHS.ask, 1)),
    check('campaign_frames_story_length', hasLength(t.story, LENGTHS.story)),
    check('campaign_frames_picture_alt_length', hasLength(t.pictureAlt, LENGTHS.pictureAlt)),
    check('campaign_frames_answer_length', hasLength(t.answer, LENGTHS.sponsorWord)),
    check('campaign_frames_issue_count', sql`cardinality(${t.issues}) <= 6`),
    check('campaign_frames_taken_off', sql`(${t.state} = 'withdrawn') = (${t.withdrawnBy} is not null)`),
    check('campaign_frames_published_whole', sql`${t.state} <> 'published' or ${t.publishedAt} is not null`),
    check('campaign_frames_sponsors_ask', sql`${t.state} <> 'asked' or ${t.sponsorId} is not null`),
  ],
);

/** How many people of a group signed by a frame, as the other groups hear of that: by tens, and never less than before (told.ts). */
export const frameFigures = pgTable(
  'campaign_frame_figures',
  {
    frameId: uuid()
      .notNull()
      .references(() => campaignFrames.id, { onDelete: 'cascade' }),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    toldCount: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.frameId, t.groupId] }),
    index('campaign_frame_figures_of_group').on(t.groupId),
  ],
);
