import { customType, index, pgTable, timestamp, uuid } from 'drizzle-orm/pg-core';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/**
 * One mail that counts for the budget of a coalition: to a mailbox that is named by a hash with a key of that coalition alone, and
 * by nothing else. It names no person, no group and no mailing, and is deleted after a week. Without a reference to the coalition,
 * which a million rows would ask for one by one: with its budget a trigger deletes them.
 */
export const contactMarks = pgTable(
  'contact_marks',
  {
    coalitionId: uuid().notNull(),
    /** The first half of an HMAC-SHA256 of the address. */
    hash: bytes().notNull(),
    /** The full hour after it, so that those of one mailing are not told apart from others. */
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    index('contact_marks_of_mailbox').on(t.coalitionId, t.hash, t.at),
    index('contact_marks_by_age').on(t.at),
  ],
);
