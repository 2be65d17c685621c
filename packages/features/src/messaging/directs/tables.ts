import { sql } from 'drizzle-orm';
import { check, index, pgTable, primaryKey, timestamp, uuid } from 'drizzle-orm/pg-core';
import { accounts } from '../../accounts/tables.ts';
import { groups } from '../../groups/tables.ts';

const at = () => timestamp({ withTimezone: true }).notNull().defaultNow();

/** Someone takes no direct messages from anybody, until the row is gone. */
export const directRefusals = pgTable('direct_refusals', {
  accountId: uuid()
    .primaryKey()
    .references(() => accounts.id, { onDelete: 'cascade' }),
  at: at(),
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
    at: at(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.blockedId] }),
    index('direct_blocks_of_blocked').on(t.blockedId),
    index('direct_blocks_in_group').on(t.groupId),
    check('direct_blocks_another', sql`${t.accountId} <> ${t.blockedId}`),
  ],
);
