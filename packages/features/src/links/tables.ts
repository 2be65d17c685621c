import { sql } from 'drizzle-orm';
import {
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { accounts } from '../accounts/tables.ts';
import { groups } from '../groups/tables.ts';
import { LENGTHS } from '../lengths.ts';

/** A short address `/go/CODE` that leads to a page of this site and says where people came from. */
export const links = pgTable(
  'links',
  {
    id: uuid().primaryKey(),
    /** Seven characters that cannot be misread, or a word the organizer chose; always lower case. */
    code: text().notNull().unique('links_code'),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    /** A path of this site, never an address elsewhere: a short link must not become an open redirect. */
    path: text().notNull(),
    /** Where it is used, for the organizer: "flyer", "instagram". */
    label: text().notNull(),
    createdBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Set while the page it leads to is hidden: then it leads nowhere. */
    shutAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index('links_of_path').on(t.groupId, t.path, t.id),
    check(
      'links_code_shape',
      sql`${t.code} ~ ${sql.raw(`'^[a-z0-9][a-z0-9-]{1,${LENGTHS.linkCode - 2}}[a-z0-9]$'`)}`,
    ),
    check('links_path_local', sql`${t.path} ~ '^/([a-z0-9]|$)'`),
  ],
);

/** Visits by day: counts, never visitors. Sixteen shards a day, so that a burst does not queue for one row. */
export const linkVisits = pgTable(
  'link_visits',
  {
    linkId: uuid()
      .notNull()
      .references(() => links.id, { onDelete: 'cascade' }),
    day: date({ mode: 'string' }).notNull(),
    shard: smallint().notNull(),
    count: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.linkId, t.day, t.shard] }),
    check('link_visits_shard', sql`${t.shard} between 0 and 15`),
  ],
);
