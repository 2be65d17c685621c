import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';

const WAYS = ['now', 'digest', 'app'] as const;
const at = () => timestamp({ withTimezone: true });

/**
 * What an account was told, for the list in the app and for mail that is gathered. Accounts and groups are higher features: the
 * migration `notices` has the foreign keys, and with either of them their rows go.
 */
export const noticeRows = pgTable(
  'notices',
  {
    id: uuid().primaryKey(),
    accountId: uuid().notNull(),
    /** The group that it is about; null: the site. */
    groupId: uuid(),
    kind: text().notNull(),
    /** Names the telling: told twice is told once. */
    key: text().notNull(),
    aboutId: uuid(),
    /** False: it waits where that is read live, and stands here only to be mailed. */
    isListed: boolean().notNull(),
    /** The subject of its letter, in the language that its receiver had. */
    title: text().notNull(),
    /** The page behind its button, a path of this site. */
    path: text(),
    at: at().notNull().defaultNow(),
    seenAt: at(),
    /** When it goes out by mail, together with what is due by then; null: not, or not any more. */
    mailAt: at(),
    mailedAt: at(),
  },
  (t) => [
    unique('notices_once').on(t.accountId, t.key),
    index('notices_newest').on(t.accountId, t.id),
    index('notices_unseen')
      .on(t.accountId)
      .where(sql`${t.seenAt} is null and ${t.isListed}`),
    index('notices_by_thing').on(t.accountId, t.aboutId),
    index('notices_to_mail')
      .on(t.mailAt)
      .where(sql`${t.mailAt} is not null`),
    index('notices_of_group').on(t.groupId, t.accountId),
    index('notices_by_key').on(t.key),
    index('notices_old').on(t.at),
    // How many read an announcement.
    index('notices_of_announcement')
      .on(t.aboutId)
      .where(sql`${t.kind} = 'greetings.announced'`),
  ],
);

/** How an account wants to be told of what may be chosen, where it is not as for everybody (`DEFAULT_CHOICES`). */
export const noticeChoices = pgTable(
  'notice_choices',
  {
    accountId: uuid().primaryKey(),
    mine: text({ enum: WAYS }).notNull(),
    decide: text({ enum: WAYS }).notNull(),
    groups: text({ enum: WAYS }).notNull(),
    rhythm: text({ enum: ['hourly', 'daily', 'weekly'] }).notNull(),
    /** By the clocks of the account's zone; the day from 0, a Sunday. */
    hour: smallint().notNull(),
    weekday: smallint().notNull(),
    /** Hours between which no mail goes out; both or neither. */
    quietFrom: smallint(),
    quietUntil: smallint(),
    /** Nothing goes out before this moment. */
    silentUntil: at(),
  },
  (t) => [
    check('notice_choices_hour', sql`${t.hour} between 0 and 23 and ${t.weekday} between 0 and 6`),
    check(
      'notice_choices_quiet',
      sql`num_nonnulls(${t.quietFrom}, ${t.quietUntil}) in (0, 2) and ${t.quietFrom} between 0 and 23
        and ${t.quietUntil} between 0 and 23 and ${t.quietFrom} <> ${t.quietUntil}`,
    ),
  ],
);

/** Kinds that an account gets no mail of, as it said from one of them: they stand on its page alone. */
export const hushedKinds = pgTable(
  'hushed_kinds',
  { accountId: uuid().notNull(), kind: text().notNull(), at: at().notNull().defaultNow() },
  (t) => [primaryKey({ columns: [t.accountId, t.kind] })],
);

/** The groups of which nothing is said where others may look on: in the subject of a mail, on the screen of a phone. */
export const carefulGroups = pgTable('careful_groups', { groupId: uuid().primaryKey() });

/** How loud a group is for one of its people, where it is not `important`. */
export const groupLoudness = pgTable(
  'group_loudness',
  {
    accountId: uuid().notNull(),
    groupId: uuid().notNull(),
    loudness: text({ enum: ['quiet', 'all'] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.groupId] }), index('group_loudness_of_group').on(t.groupId)],
);

/** A browser that an account lets be rung: what was told may be shown on its screen. */
export const pushDevices = pgTable(
  'push_devices',
  {
    id: uuid().primaryKey(),
    accountId: uuid().notNull(),
    /**
     * Where it is signed in, by the hash that sessions are known by. Whoever signs it out rings it no more: the migration
     * `pushes` has the trigger.
     */
    sessionId: text().notNull(),
    /** SHA-256 of its endpoint, hex: one browser is one row. */
    endpointHash: text().notNull().unique(),
    /** Its endpoint and keys, encrypted: who has them can ring it. */
    kept: text().notNull(),
    /** Whether its screen says what it is, and not only that there is something. */
    isTelling: boolean().notNull().default(false),
    at: at().notNull().defaultNow(),
    /** How often in a row it could not be rung. */
    failureCount: smallint().notNull().default(0),
  },
  (t) => [index('push_devices_of_account').on(t.accountId), index('push_devices_of_session').on(t.sessionId)],
);

/** What a browser is to be rung for, until it was, or has not to be any more. */
export const pushes = pgTable(
  'pushes',
  {
    id: uuid().primaryKey(),
    deviceId: uuid()
      .notNull()
      .references(() => pushDevices.id, { onDelete: 'cascade' }),
    /** Null: its owner tries it. */
    noticeId: uuid().references(() => noticeRows.id, { onDelete: 'cascade' }),
    /** When it rings; while somebody is at it, when another takes it up. */
    dueAt: at().notNull(),
    /** How often it was tried. */
    tries: smallint().notNull().default(0),
  },
  (t) => [
    unique('pushes_once').on(t.deviceId, t.noticeId),
    index('pushes_due').on(t.dueAt),
    index('pushes_of_notice').on(t.noticeId),
  ],
);
