import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { accounts } from '../accounts/tables.ts';
import { hasLength } from '../checks.ts';
import { groups } from '../groups/tables.ts';
import { LENGTHS } from '../lengths.ts';

const at = () => timestamp({ withTimezone: true });

/** What a group says to whoever comes in: once by mail, and on its page until they read it. */
export const welcomes = pgTable(
  'welcomes',
  {
    groupId: uuid()
      .primaryKey()
      .references(() => groups.id, { onDelete: 'cascade' }),
    /** Markdown. */
    body: text().notNull(),
    bodyHtml: text(),
    bodyHtmlOf: text(),
    /** Whom newcomers may ask; nobody, once they are gone. */
    askId: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    /** Whoever was in the group before is not greeted. */
    begunAt: at().notNull().defaultNow(),
  },
  (t) => [
    index('welcomes_by_ask').on(t.askId),
    check('welcomes_body', hasLength(t.body, LENGTHS.welcome, 1)),
  ],
);

/** What a group says to all its members at once; each hears of it as they chose. */
export const announcements = pgTable(
  'announcements',
  {
    id: uuid().primaryKey(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    authorId: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    title: text().notNull(),
    /** Markdown. */
    body: text().notNull(),
    bodyHtml: text(),
    bodyHtmlOf: text(),
    at: at().notNull().defaultNow(),
    /** When everybody was told who was in the group then, and how many that are; null: that goes on. */
    spreadAt: at(),
    memberCount: integer().notNull().default(0),
  },
  (t) => [
    index('announcements_newest').on(t.groupId, t.id),
    index('announcements_by_author').on(t.authorId),
    check('announcements_title', hasLength(t.title, LENGTHS.title, 1)),
    check('announcements_body', hasLength(t.body, LENGTHS.page, 1)),
    check('announcements_count', sql`${t.memberCount} >= 0`),
  ],
);
