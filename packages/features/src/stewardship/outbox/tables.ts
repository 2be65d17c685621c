import { boolean, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { accounts } from '../../accounts/tables.ts';

/** A steward of the site opened a letter to somebody else. Its receiver reads of it here, for as long as it is kept. */
export const letterOpenings = pgTable(
  'letter_openings',
  {
    id: uuid().primaryKey(),
    /** The mail itself may be gone. */
    mailId: uuid().notNull(),
    /** When the letter was written: by that its receiver knows which it was. */
    writtenAt: timestamp({ withTimezone: true }).notNull(),
    /** The receiver's address as a keyed hash: whoever has it may have no account yet. */
    receiverKey: text().notNull(),
    openedBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    openedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** With the links that stand for its receiver, to be handed to them. */
    withLinks: boolean().notNull(),
  },
  (t) => [
    index('letter_openings_of_receiver').on(t.receiverKey, t.openedAt, t.id),
    index('letter_openings_by_age').on(t.openedAt),
  ],
);
