import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { accounts } from '../../accounts/tables.ts';
import { hasLength } from '../../checks.ts';
import { groups } from '../../groups/tables.ts';
import { LENGTHS } from '../../lengths.ts';

/**
 * Somebody says of an ally "this is us", and waits for an answer as long as `decision` is null. `ended`: the page was taken
 * down, or somebody else was believed. It stays for a while after the answer, also when the ally is a group by then.
 */
export const allyClaims = pgTable(
  'ally_claims',
  {
    id: uuid().primaryKey(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** Who they are there, and how that can be asked. */
    word: text().notNull(),
    madeAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    decision: text({ enum: ['accepted', 'declined', 'withdrawn', 'ended'] }),
    decidedAt: timestamp({ withTimezone: true }),
    decidedBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
  },
  (t) => [
    uniqueIndex('ally_claims_one_open')
      .on(t.groupId, t.accountId)
      .where(sql`${t.decidedAt} is null`),
    index('ally_claims_open')
      .on(t.groupId, t.madeAt, t.id)
      .where(sql`${t.decidedAt} is null`),
    index('ally_claims_by_account').on(t.accountId, t.groupId),
    index('ally_claims_by_decider').on(t.decidedBy),
    index('ally_claims_decided')
      .on(t.decidedAt)
      .where(sql`${t.decidedAt} is not null`),
    check('ally_claims_word_length', hasLength(t.word, LENGTHS.reason, 1)),
    check('ally_claims_decided_whole', sql`(${t.decision} is null) = (${t.decidedAt} is null)`),
  ],
);
