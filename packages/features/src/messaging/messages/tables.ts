import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core';
import { accounts } from '../../accounts/tables.ts';
import { channels } from '../tables.ts';

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
      sql`case when ${t.removedAt} is null then length(${t.body}) between 1 and 8000 else ${t.body} = '' end`,
    ),
  ],
);
