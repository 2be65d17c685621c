import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { accounts } from '../accounts/tables.ts';
import { RESPONSIBILITIES } from '../groups/responsibilities.ts';
import { groups, memberships } from '../groups/tables.ts';
import { targets } from '../groups/targets/tables.ts';
import { links } from '../links/tables.ts';
import { hasLength, hasSlugForm } from '../checks.ts';
import { LENGTHS } from '../lengths.ts';
import { sponsorChecks, sponsorColumns } from '../sponsoring.ts';
import { SLUG_LENGTHS } from '../slugs.ts';

/**
 * What crosses to the other groups of a campaign: totals alone; whoever ticked a group's own box; or, of those who said yes to any of
 * them, as many for each as it brought, by lot.
 */
export const SHARINGS = ['totals', 'choice', 'proportional'] as const;

/** A goal, a target, a period and a story, with the one action that serves it. */
export const campaigns = pgTable(
  'campaigns',
  {
    id: uuid().primaryKey(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    slug: text().notNull().unique('campaigns_slug'),
    title: text().notNull(),
    /** One sentence: what is asked, and of whom. */
    ask: text().notNull(),
    /** Markdown. */
    story: text().notNull().default(''),
    /** What it reads as (site/prose.ts), and of what that was made. */
    storyHtml: text(),
    storyHtmlOf: text(),
    issues: text().array().notNull().default([]),
    /** The decision-maker addressed. */
    target: text(),
    /** The same as a record with a memory, of its group or of a coalition that its group was in when it was chosen. */
    targetId: uuid().references(() => targets.id, { onDelete: 'set null' }),
    /** Where it is about. */
    place: text(),
    /** The day on which it is decided. */
    decidesOn: date({ mode: 'string' }),
    goal: integer(),
    /** `sign_on`: organizations sign it, and no people (sign-ons.ts). */
    action: text({ enum: ['petition', 'pledge', 'sign_on'] }).notNull(),
    /** What one promises to do, in the first person; a pledge has it, a petition has not. */
    pledgeText: text(),
    state: text({ enum: ['draft', 'published', 'paused', 'won', 'lost', 'closed'] })
      .notNull()
      .default('draft'),
    startsOn: date({ mode: 'string' }),
    endsOn: date({ mode: 'string' }),
    /** The form asks where signers live, so that whoever decides can be told how many do in their district. */
    asksPostcode: boolean().notNull().default(false),
    /** What the groups beside the one whose person signs hear of them: how many, or who ticked their name. Fixed once somebody signed: by a trigger in `acting_together`. */
    sharing: text({ enum: SHARINGS }).notNull().default('totals'),
    /** What lots are drawn by where it shares in proportion: its hash is shown from the start, and itself after the draw (draws/). */
    drawSeed: uuid().notNull().defaultRandom(),
    /** Groups that stand with it may post on its page. */
    sponsorsPost: boolean().notNull().default(false),
    pictureKey: text(),
    /** The link on the page's tear-off strip; made when it is published. */
    linkId: uuid().references(() => links.id, { onDelete: 'set null' }),
    /** Who began it, as long as they have an account. */
    createdBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    publishedAt: timestamp({ withTimezone: true }),
    /** When its outcome was said. Null while it has none, and for those that ended before this was noted. */
    endedAt: timestamp({ withTimezone: true }),
    /** Set while a decision about a report keeps it from everyone but those who moderate, with the reason given. */
    hiddenAt: timestamp({ withTimezone: true }),
    hiddenReason: text(),
  },
  (t) => [
    unique('campaigns_same_group').on(t.groupId, t.id),
    // Read backwards: with .desc() drizzle writes "nulls last", which no "order by ... desc" can use.
    index('campaigns_newest').on(sql`coalesce(${t.publishedAt}, ${t.createdAt})`, t.id),
    index('campaigns_of_group').on(t.groupId, sql`coalesce(${t.publishedAt}, ${t.createdAt})`, t.id),
    index('campaigns_of_target').on(t.targetId),
    index('campaigns_by_creator').on(t.createdBy),
    index('campaigns_issues').using('gin', t.issues),
    index('campaigns_to_draw')
      .on(t.endedAt)
      .where(sql`${t.sharing} = 'proportional'`),
    check('campaigns_slug_form', sql`${hasSlugForm(t.slug)} and ${hasLength(t.slug, SLUG_LENGTHS.campaign)}`),
    check('campaigns_title_length', hasLength(t.title, LENGTHS.title, 2)),
    check('campaigns_ask_length', hasLength(t.ask, LENGTHS.ask, 1)),
    check('campaigns_story_length', hasLength(t.story, LENGTHS.story)),
    check('campaigns_issue_count', sql`cardinality(${t.issues}) <= 6`),
    check('campaigns_target_length', hasLength(t.target, LENGTHS.target, 1)),
    check('campaigns_place_length', hasLength(t.place, LENGTHS.placeName, 1)),
    check('campaigns_goal_positive', sql`${t.goal} > 0`),
    check('campaigns_pledge_has_text', sql`(${t.action} = 'pledge') = (${t.pledgeText} is not null)`),
    check('campaigns_pledge_length', hasLength(t.pledgeText, LENGTHS.pledge, 1)),
    check('campaigns_period', sql`${t.startsOn} <= ${t.endsOn}`),
    check('campaigns_published_whole', sql`(${t.state} = 'draft') = (${t.publishedAt} is null)`),
  ],
);

/** What somebody carries for one campaign alone: a member of its group, for as long as they are one. */
export const campaignCoordinators = pgTable(
  'campaign_coordinators',
  {
    campaignId: uuid().notNull(),
    groupId: uuid().notNull(),
    accountId: uuid().notNull(),
    responsibilities: text({ enum: RESPONSIBILITIES }).array().notNull(),
    addedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.campaignId, t.accountId] }),
    foreignKey({
      name: 'campaign_coordinators_of_campaign',
      columns: [t.groupId, t.campaignId],
      foreignColumns: [campaigns.groupId, campaigns.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'campaign_coordinators_of_member',
      columns: [t.groupId, t.accountId],
      foreignColumns: [memberships.groupId, memberships.accountId],
    }).onDelete('cascade'),
    index('campaign_coordinators_by_account').on(t.accountId, t.groupId),
    check('campaign_coordinators_responsibilities', sql`cardinality(${t.responsibilities}) > 0`),
  ],
);

/**
 * A group that was asked to stand with the home group, and does while `accepted_at` is set. Its row stays when it says no, or
 * leaves: the people who came by its link are its own, and stay counted.
 */
export const campaignSponsors = pgTable(
  'campaign_sponsors',
  {
    campaignId: uuid()
      .notNull()
      .references(() => campaigns.id, { onDelete: 'cascade' }),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    /** What they were asked to stand with: all that they know of it where its group has turned private since. */
    asked: jsonb().$type<{ title: string; ask: string; groupName: string }>(),
    ...sponsorColumns(),
    /** Its counted signatures up to the last time marks were added up. */
    standingCount: integer().notNull().default(0),
    /** What everybody else hears of that, less those who stand through another group too: both by tens, and never less than before. */
    toldCount: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.campaignId, t.groupId] }),
    index('campaign_sponsors_of_group').on(t.groupId),
    ...sponsorChecks('campaign_sponsors', t),
  ],
);

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

/** Counted signatures of the home group's people up to the last time marks were added up. The true count is this plus the marks. */
export const signatureTallies = pgTable('signature_tallies', {
  campaignId: uuid()
    .primaryKey()
    .references(() => campaigns.id, { onDelete: 'cascade' }),
  standingCount: integer().notNull().default(0),
});

/**
 * A mark per signature that began (+1) or ceased (-1) to stand, made by the triggers signatures_mark (in the migration
 * `acting_together`) and added up by the worker. No foreign key: marks are also made while a campaign is deleted.
 */
export const tallyMarks = pgTable(
  'tally_marks',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    campaignId: uuid().notNull(),
    /** Whose person signed, unless they are the home group's. */
    sponsorId: uuid(),
    step: smallint().notNull(),
  },
  (t) => [
    index('tally_marks_of_home')
      .on(t.campaignId, t.step)
      .where(sql`${t.sponsorId} is null`),
    index('tally_marks_of_sponsor')
      .on(t.campaignId, t.sponsorId, t.step)
      .where(sql`${t.sponsorId} is not null`),
  ],
);
