import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** Every picture that was ever kept and is still there, so that one which nothing shows can be found and dropped. */
export const pictures = pgTable('pictures', {
  key: text().primaryKey(),
  keptAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
