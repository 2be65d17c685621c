import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core';
import { accounts } from '../accounts/tables.ts';
import { groups } from '../groups/tables.ts';
import { hasLength } from '../checks.ts';
import { LENGTHS } from '../lengths.ts';

/**
 * A room of a group, or a direct message between a few of its members (`kind` 'direct', always readers 'named').
 *
 * `lastSeq` numbers the channel's messages. A sender's transaction adds one and thereby holds the row until it commits,
 * so numbers become visible in order and without gaps: who has seen 41 and reads "after 41" can never miss a late 40.
 */
export const channels = pgTable(
  'channels',
  {
    id: uuid().primaryKey(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    /**
     * The other group, of a room that two share: whoever publishes for either reads and writes there, and nobody else. Its
     * readers are 'named', and nobody is named.
     */
    otherGroupId: uuid().references(() => groups.id, { onDelete: 'cascade' }),
    kind: text({ enum: ['room', 'direct'] })
      .notNull()
      .default('room'),
    name: text(),
    purpose: text().notNull().default(''),
    /** `groups` and `organizers`, of a coalition alone: whoever is in a group that it reaches, or publishes for one. */
    readers: text({ enum: ['members', 'named', 'groups', 'organizers'] })
      .notNull()
      .default('members'),
    /** 'readers': whoever reads may write. 'organizers': announcements. */
    writers: text({ enum: ['readers', 'organizers'] })
      .notNull()
      .default('readers'),
    retentionDays: integer(),
    /** The last day on which messages may be written, where the group is. */
    endsOn: date({ mode: 'string' }),
    closedAt: timestamp({ withTimezone: true }),
    /** Which accounts a direct message is between, so that the same few have one; see `directKey`. */
    directKey: text(),
    createdBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    lastSeq: bigint({ mode: 'number' }).notNull().default(0),
    lastSentAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    uniqueIndex('channels_name_in_group')
      .on(t.groupId, t.name)
      .where(sql`${t.kind} = 'room'`),
    uniqueIndex('channels_direct_once')
      .on(t.groupId, t.directKey)
      .where(sql`${t.kind} = 'direct'`),
    index('channels_by_creator').on(t.createdBy),
    index('channels_of_other_group')
      .on(t.otherGroupId)
      .where(sql`${t.otherGroupId} is not null`),
    index('channels_forgetting')
      .on(t.id)
      .where(sql`${t.retentionDays} is not null`),
    check(
      'channels_name_form',
      sql`${hasLength(t.name, LENGTHS.channelName, 1)} and ${t.name} !~ '[[:space:]#/]'`,
    ),
    check('channels_purpose_length', hasLength(t.purpose, LENGTHS.channelPurpose)),
    check(
      'channels_shared',
      sql`${t.otherGroupId} is null or (${t.kind} = 'room' and ${t.readers} = 'named' and ${t.otherGroupId} <> ${t.groupId})`,
    ),
    check('channels_retention', sql`${t.retentionDays} in (7, 30, 90, 365)`),
    check(
      'channels_kind_whole',
      sql`case ${t.kind} when 'room' then ${t.name} is not null and ${t.directKey} is null
        else ${t.name} is null and ${t.directKey} is not null and ${t.readers} = 'named' end`,
    ),
  ],
);

/** Who is named in a channel with readers 'named'. Reading needs the group's membership besides, always. */
export const channelMembers = pgTable(
  'channel_members',
  {
    channelId: uuid()
      .notNull()
      .references(() => channels.id, { onDelete: 'cascade' }),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    addedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Of a direct message: when they took it out of their list (closed.ts), and asked to be told nothing of it. */
    leftAt: timestamp({ withTimezone: true }),
    mutedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.channelId, t.accountId] }),
    index('channel_members_by_account').on(t.accountId, t.channelId),
  ],
);

/** How far an account has read a channel. */
export const channelReads = pgTable(
  'channel_reads',
  {
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    channelId: uuid()
      .notNull()
      .references(() => channels.id, { onDelete: 'cascade' }),
    lastSeq: bigint({ mode: 'number' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.channelId] }),
    index('channel_reads_by_channel').on(t.channelId),
  ],
);

/**
 * What was said. The sender makes the id, so that sending twice on a bad line is one message. `seq` is its place in
 * the channel (see `channels.lastSeq`), and `sentAt` never runs against it. A removed message keeps its place and
 * loses its words; a hidden one keeps them for its author and those who moderate. `changedAt` tells a reader who was
 * away which messages were edited, hidden, shown again or removed meanwhile.
 */
export const messages = pgTable(
  'messages',
  {
    id: uuid().primaryKey(),
    channelId: uuid()
      .notNull()
      .references(() => channels.id, { onDelete: 'cascade' }),
    /** Null once the account is deleted. */
    authorId: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    seq: bigint({ mode: 'number' }).notNull(),
    body: text().notNull(),
    replyTo: uuid().references((): AnyPgColumn => messages.id, { onDelete: 'set null' }),
    sentAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    editedAt: timestamp({ withTimezone: true }),
    removedAt: timestamp({ withTimezone: true }),
    removedBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    hiddenAt: timestamp({ withTimezone: true }),
    /** Why it was hidden, or removed after a report. */
    reason: text(),
    changedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    // Read both ways. With .desc() drizzle writes "nulls last", which no "order by ... desc" can use.
    uniqueIndex('messages_in_order').on(t.channelId, t.seq),
    index('messages_by_author').on(t.authorId),
    index('messages_changed')
      .on(t.channelId, t.changedAt)
      .where(sql`${t.changedAt} is not null`),
    // Without these two, deleting a message or an account would read the whole table for who points at it.
    index('messages_by_reply')
      .on(t.replyTo)
      .where(sql`${t.replyTo} is not null`),
    index('messages_by_remover')
      .on(t.removedBy)
      .where(sql`${t.removedBy} is not null`),
    check(
      'messages_body',
      sql`case when ${t.removedAt} is null then ${hasLength(t.body, LENGTHS.message, 1)} else ${t.body} = '' end`,
    ),
  ],
);

/** Someone takes no direct messages from anybody, until the row is gone. */
export const directRefusals = pgTable('direct_refusals', {
  accountId: uuid()
    .primaryKey()
    .references(() => accounts.id, { onDelete: 'cascade' }),
  at: timestamp({ withTimezone: true }).notNull().defaultNow(),
});

/** Someone takes none from one other, in whichever group they meet. Nobody but the first is told. */
export const directBlocks = pgTable(
  'direct_blocks',
  {
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    blockedId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** The group of the conversation: whoever blocks knows the other by their face there. */
    groupId: uuid().references(() => groups.id, { onDelete: 'set null' }),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.blockedId] }),
    index('direct_blocks_of_blocked').on(t.blockedId),
    index('direct_blocks_in_group').on(t.groupId),
    check('direct_blocks_another', sql`${t.accountId} <> ${t.blockedId}`),
  ],
);
