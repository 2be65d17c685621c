import { sql } from 'drizzle-orm';
import { bigint, check, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { accounts } from '../../accounts/tables.ts';
import { hasLength } from '../../checks.ts';
import { messages } from '../tables.ts';

/**
 * Whom a message in a room speaks to: named in it, or answered. Who is both is named. They are written with the message, and
 * gone with its words.
 */
export const mentions = pgTable(
  'mentions',
  {
    messageId: uuid()
      .notNull()
      .references(() => messages.id, { onDelete: 'cascade' }),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    how: text({ enum: ['named', 'answered'] }).notNull(),
    /** The name as it stands in the message, without its sign. */
    written: text(),
    /** Where the message stands, so that what somebody did not read of a room is found by an index. */
    channelId: uuid().notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.messageId, t.accountId] }),
    index('mentions_in_order').on(t.accountId, t.how, t.channelId, t.seq),
    check('mentions_written', sql`(${t.written} is not null) = (${t.how} = 'named')`),
    check('mentions_written_length', hasLength(t.written, 200, 1)),
  ],
);
