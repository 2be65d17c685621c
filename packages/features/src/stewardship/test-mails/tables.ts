import { boolean, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { accounts } from '../../accounts/tables.ts';

/** A steward asked for a mail to themselves, to see whether mail goes out. Kept for a day. */
export const testMails = pgTable(
  'test_mails',
  {
    id: uuid().primaryKey(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    askedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Null until a worker has tried. */
    finishedAt: timestamp({ withTimezone: true }),
    isTaken: boolean(),
    /** What the mail server said, word for word. */
    answer: text(),
  },
  (t) => [
    index('test_mails_of_account').on(t.accountId, t.askedAt),
    index('test_mails_by_age').on(t.askedAt),
  ],
);
