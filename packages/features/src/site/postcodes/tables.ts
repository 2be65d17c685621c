import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';

/** Where postcodes lie, as a file says that a steward of the site uploaded. The code is in capitals, without blanks. */
export const postcodes = pgTable(
  'postcodes',
  {
    code: text().notNull(),
    /** ISO 3166; empty where the file names none: then it is of any country. */
    country: text().notNull(),
    latitude: doublePrecision().notNull(),
    longitude: doublePrecision().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.code, t.country] }),
    index('postcodes_place').on(t.latitude, t.longitude),
    check('postcodes_country_form', sql`${t.country} ~ '^([A-Z]{2})?$'`),
    check(
      'postcodes_on_earth',
      sql`${t.latitude} between -90 and 90 and ${t.longitude} between -180 and 180`,
    ),
  ],
);

/** One row while there are postcodes: what the file was that they are of. */
export const postcodeFiles = pgTable(
  'postcode_files',
  {
    only: boolean().primaryKey().default(true),
    count: integer().notNull(),
    countries: text().array().notNull(),
    readAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [check('postcode_files_only_one', sql`${t.only}`)],
);
