import { pgTable, timestamp, uuid } from 'drizzle-orm/pg-core';
import { accounts } from '../../accounts/tables.ts';

/**
 * The address of an account’s own calendar, of which there is one at most. What is in the address is the id with the site’s seal: the
 * row holds nothing that opens it, and without the row it opens nothing.
 */
export const calendarAddresses = pgTable('calendar_addresses', {
  accountId: uuid()
    .primaryKey()
    .references(() => accounts.id, { onDelete: 'cascade' }),
  id: uuid().notNull().unique(),
  madeAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
