import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  smallint,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { accounts } from '../accounts/tables.ts';
import { RESPONSIBILITIES, ROLES } from './responsibilities.ts';
import { hasLength, hasSlugForm } from '../checks.ts';
import { LENGTHS } from '../lengths.ts';
import { SLUG_LENGTHS } from '../slugs.ts';

/**
 * A body with members; one of the kind `coalition` has groups as its members, and its own members are their delegates
 * (coalitions/). One of the kind `ally` has nobody: it is no group yet, is seen by nobody as one (`visibleTo`), and has a
 * page by its row in `allies`. `accent` is the colour as chosen (#rrggbb); accent.ts makes it readable.
 */
export const groups = pgTable(
  'groups',
  {
    id: uuid().primaryKey(),
    kind: text({ enum: ['group', 'coalition', 'ally'] })
      .notNull()
      .default('group'),
    slug: text().notNull().unique(),
    name: text().notNull(),
    summary: text().notNull().default(''),
    about: text().notNull().default(''),
    /** What it reads as (site/prose.ts), and of what that was made. */
    aboutHtml: text(),
    aboutHtmlOf: text(),
    accent: text(),
    pictureKey: text(),
    /** Where its days begin and end. */
    timeZone: text().notNull().default('UTC'),
    /** What its people mostly write in: pages say so of its texts, for ears, fonts and hyphens. */
    language: text({ enum: ['en', 'es', 'ar'] })
      .notNull()
      .default('en'),
    /** ISO 3166: whose phone numbers those are that are written without a country; null: nobody knows. */
    country: text(),
    /** Where answers to the group's mails go; null: to whoever runs the site. */
    contactEmail: text(),
    visibility: text({ enum: ['public', 'unlisted', 'private'] })
      .notNull()
      .default('public'),
    joining: text({ enum: ['open', 'approval', 'invitation'] })
      .notNull()
      .default('approval'),
    /** After how many months without a word its people are forgotten; null: never. */
    forgetAfterMonths: smallint(),
    /** What someone who asks to join is asked, at most three. */
    questions: text()
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** When a site's steward said that this group is what it says; the journal knows who. Until then only its members see it. */
    vouchedAt: timestamp({ withTimezone: true }),
    /** Set while a site's steward keeps it from everyone but its stewards, or from changing: why is in group_measures. */
    hiddenAt: timestamp({ withTimezone: true }),
    frozenAt: timestamp({ withTimezone: true }),
    /** Kept by triggers on memberships (in the first migration): lists must not count members. */
    memberCount: integer().notNull().default(0),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    check('groups_slug_form', sql`${hasSlugForm(t.slug)} and ${hasLength(t.slug, SLUG_LENGTHS.group, 1)}`),
    // The address of the form that starts a group.
    check('groups_slug_free', sql`${t.slug} <> 'new'`),
    check('groups_name_length', hasLength(t.name, LENGTHS.groupName, 1)),
    check('groups_summary_length', hasLength(t.summary, LENGTHS.groupSummary)),
    check('groups_about_length', hasLength(t.about, LENGTHS.page)),
    check('groups_accent_form', sql`${t.accent} ~ '^#[0-9a-f]{6}$'`),
    check('groups_country_form', sql`${t.country} ~ '^[A-Z]{2}$'`),
    check('groups_forget_after', sql`${t.forgetAfterMonths} in (12, 24, 36)`),
    check('groups_questions_count', sql`cardinality(${t.questions}) <= 3`),
    index('groups_by_name').on(sql`lower(${t.name})`, t.id),
    index('groups_words').using('gin', sql`name_words(${t.name})`),
    index('groups_newest').on(t.createdAt, t.id),
    index('groups_waiting')
      .on(t.createdAt, t.id)
      .where(sql`${t.vouchedAt} is null`),
    index('groups_held')
      .on(t.createdAt, t.id)
      .where(sql`${t.hiddenAt} is not null or ${t.frozenAt} is not null`),
  ],
);

/**
 * Which groups a coalition reaches: those that it accepted (`isDirect`), and those that the coalitions among them reach.
 * Triggers on `coalition_groups` (in the migration "coalitions") keep it, and let no coalition reach itself.
 */
export const coalitionReach = pgTable(
  'coalition_reach',
  {
    coalitionId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    isDirect: boolean().notNull(),
    reachedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.coalitionId, t.groupId] }),
    index('coalition_reach_of_group').on(t.groupId, t.coalitionId),
  ],
);

/** What a site's steward holds against a group, and why; it ends with its row. The journal keeps for a while that it was. */
export const groupMeasures = pgTable(
  'group_measures',
  {
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    kind: text({ enum: ['hidden', 'frozen'] }).notNull(),
    reason: text().notNull(),
    takenBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    takenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.kind] }),
    check('group_measures_reason_length', hasLength(t.reason, LENGTHS.measureReason, 1)),
  ],
);

/** A group that goes, with all it holds, when its time has come; until then each of its stewards may take it back. */
export const groupDeletions = pgTable(
  'group_deletions',
  {
    groupId: uuid()
      .primaryKey()
      .references(() => groups.id, { onDelete: 'cascade' }),
    askedBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    askedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    deletesAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index('group_deletions_due').on(t.deletesAt)],
);

/** A role of a group's own: a name for some responsibilities, which a member may carry beside one of the three. */
export const groupRoles = pgTable(
  'group_roles',
  {
    id: uuid().primaryKey(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** In the order of RESPONSIBILITIES. */
    responsibilities: text({ enum: RESPONSIBILITIES }).array().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    // What memberships copy, kept true by their foreign key.
    unique('group_roles_carried').on(t.groupId, t.id, t.responsibilities),
    uniqueIndex('group_roles_name').on(t.groupId, sql`lower(${t.name})`),
    check('group_roles_name_length', hasLength(t.name, LENGTHS.roleName, 1)),
    check(
      'group_roles_responsibilities',
      sql`cardinality(${t.responsibilities}) > 0 and ${t.responsibilities} <@ ${inText(RESPONSIBILITIES)}::text[]`,
    ),
  ],
);

/**
 * An account's standing in a group, with the face it shows there: without `name` it is the account's own. What its own
 * role carries is copied here and kept true by the foreign key (memberships_own_role), so that no query joins the role.
 * The deferred trigger memberships_keep_a_steward (in the first migration) keeps one steward in every group.
 */
export const memberships = pgTable(
  'memberships',
  {
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    role: text({ enum: ROLES }).notNull().default('member'),
    ownRoleId: uuid(),
    ownResponsibilities: text({ enum: RESPONSIBILITIES }).array(),
    name: text(),
    pronouns: text(),
    joinedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.accountId] }),
    index('memberships_by_account').on(t.accountId),
    // By the letters that a search goes by too: same_letters() in the migration `searches`.
    index('memberships_by_own_name')
      .on(t.groupId, sql`same_letters(${t.name})`)
      .where(sql`${t.name} is not null`),
    index('memberships_words').using('gin', sql`name_words(${t.name})`),
    index('memberships_by_joining').on(t.groupId, t.joinedAt, t.accountId),
    index('memberships_stewards')
      .on(t.groupId)
      .where(sql`${t.role} = 'steward'`),
    index('memberships_carriers')
      .on(t.groupId, t.ownRoleId)
      .where(sql`${t.role} <> 'member' or ${t.ownRoleId} is not null`),
    foreignKey({
      name: 'memberships_own_role',
      columns: [t.groupId, t.ownRoleId, t.ownResponsibilities],
      foreignColumns: [groupRoles.groupId, groupRoles.id, groupRoles.responsibilities],
    }).onUpdate('cascade'),
    check('memberships_own_role_whole', sql`(${t.ownRoleId} is null) = (${t.ownResponsibilities} is null)`),
    check('memberships_name_length', hasLength(t.name, LENGTHS.shownName, 1)),
    check('memberships_pronouns_length', hasLength(t.pronouns, LENGTHS.pronouns, 1)),
  ],
);

/** Someone asked to be let in. Open until decided; `answers` are in the order of the group's questions then. */
export const joinRequests = pgTable(
  'join_requests',
  {
    id: uuid().primaryKey(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    questions: text().array().notNull(),
    answers: text().array().notNull(),
    askedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    decision: text({ enum: ['accepted', 'declined'] }),
    decidedAt: timestamp({ withTimezone: true }),
    decidedBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
  },
  (t) => [
    uniqueIndex('join_requests_one_open')
      .on(t.groupId, t.accountId)
      .where(sql`${t.decidedAt} is null`),
    index('join_requests_open')
      .on(t.groupId, t.askedAt, t.id)
      .where(sql`${t.decidedAt} is null`),
    index('join_requests_by_account').on(t.accountId),
    check('join_requests_answered', sql`cardinality(${t.answers}) = cardinality(${t.questions})`),
    check('join_requests_decided_whole', sql`(${t.decision} is null) = (${t.decidedAt} is null)`),
  ],
);

/** Who may not come back. A banned account is a stranger to the group, and stays one. */
export const groupBans = pgTable(
  'group_bans',
  {
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    bannedBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    /** What they were called in the group, which their own name is no part of; null where it never knew one. */
    name: text(),
    bannedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.accountId] }), index('group_bans_by_account').on(t.accountId)],
);

function inText(words: readonly string[]) {
  return sql.raw(`'{${words.join()}}'`);
}
