import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { accounts } from '../accounts/tables.ts';
import { groups } from '../groups/tables.ts';
import { channels } from '../messaging/tables.ts';
import { hasLength } from '../checks.ts';
import { LENGTHS } from '../lengths.ts';

const at = () => timestamp({ withTimezone: true });

/**
 * A subject that people said should not be there, with its words as they were then. While it is open all who report the
 * same subject make the same report. Some days after the decision the words are erased; who decided what, when and why
 * stays for a year.
 */
export const reports = pgTable(
  'reports',
  {
    id: uuid().primaryKey(),
    /** Whose moderators decide; null: the stewards of the site. */
    groupId: uuid().references(() => groups.id, { onDelete: 'cascade' }),
    /** The channel a message stands in: who moderates and reads there decides first. */
    channelId: uuid().references(() => channels.id, { onDelete: 'set null' }),
    subjectKind: text({
      enum: ['message', 'comment', 'campaign', 'event', 'group', 'listing', 'target', 'update'],
    }).notNull(),
    /** No foreign key: a report outlives what it is about. */
    subjectId: uuid().notNull(),
    /** The stewards of the site read it too: whoever wrote it moderated there when it was reported. */
    isToSite: boolean().notNull().default(false),
    /** Whose words they are, when an account wrote them. */
    authorId: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    /** What the subject was called, where it stands (a path of this site), who wrote it, and its words. */
    title: text(),
    address: text(),
    authorName: text(),
    words: text(),
    madeAt: at().notNull().defaultNow(),
    decision: text({ enum: ['hide', 'remove', 'dismiss'] }),
    decidedAt: at(),
    decidedBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    /** A steward of the site decided it, for the group: its moderators do not take that back. */
    isDecidedBySite: boolean().notNull().default(false),
    /** The author reads it, and whoever moderates here. */
    reason: text(),
    /** When the words, and who reported, were erased. */
    erasedAt: at(),
  },
  (t) => [
    uniqueIndex('reports_one_open')
      .on(t.subjectKind, t.subjectId)
      .where(sql`${t.decidedAt} is null`),
    index('reports_of_subject').on(t.subjectId),
    index('reports_open')
      .on(t.groupId, t.madeAt, t.id)
      .where(sql`${t.decidedAt} is null`),
    // Read backwards. With .desc() drizzle writes "nulls last", which no "order by ... desc" can use.
    index('reports_decided')
      .on(t.groupId, t.decidedAt, t.id)
      .where(sql`${t.decidedAt} is not null`),
    index('reports_open_to_site')
      .on(t.madeAt, t.id)
      .where(sql`${t.decidedAt} is null and (${t.groupId} is null or ${t.isToSite})`),
    index('reports_decided_to_site')
      .on(t.decidedAt, t.id)
      .where(sql`${t.decidedAt} is not null and (${t.groupId} is null or ${t.isToSite})`),
    index('reports_to_forget')
      .on(t.decidedAt)
      .where(sql`${t.decidedAt} is not null`),
    index('reports_by_author').on(t.authorId),
    index('reports_by_decider').on(t.decidedBy),
    index('reports_by_channel').on(t.channelId),
    check('reports_reason_length', hasLength(t.reason, LENGTHS.reason, 1)),
    check(
      'reports_decided_whole',
      sql`(${t.decision} is null) = (${t.decidedAt} is null) and (${t.decision} is null) = (${t.reason} is null)`,
    ),
  ],
);

/** One person who reported a subject. Nobody is shown who; strangers have no account and are told apart by nothing. */
export const reportMakers = pgTable(
  'report_makers',
  {
    id: uuid().primaryKey(),
    reportId: uuid()
      .notNull()
      .references(() => reports.id, { onDelete: 'cascade' }),
    accountId: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    /** What they say is wrong with it. */
    note: text(),
    /** The subject's words as this one read them, when they were not the report's any more. */
    words: text(),
    madeAt: at().notNull().defaultNow(),
  },
  (t) => [
    unique('report_makers_once').on(t.reportId, t.accountId),
    index('report_makers_of_report').on(t.reportId, t.madeAt, t.id),
    index('report_makers_by_account').on(t.accountId),
    check('report_makers_note_length', hasLength(t.note, LENGTHS.reportNote, 1)),
  ],
);
