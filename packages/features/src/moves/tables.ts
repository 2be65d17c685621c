import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { accounts } from '../accounts/tables.ts';
import { hasLength } from '../checks.ts';
import { groups } from '../groups/tables.ts';
import { LENGTHS } from '../lengths.ts';
import { links } from '../links/tables.ts';

/** A place elsewhere that a group leaves for this site: no addresses come out of it, so its people are led here. */
export const moves = pgTable(
  'moves',
  {
    id: uuid().primaryKey(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    kind: text({
      enum: ['facebook', 'meetup', 'instagram', 'whatsapp', 'telegram', 'discord', 'other'],
    }).notNull(),
    /** What the place is called there. */
    name: text().notNull(),
    /** About how many are in it; null: nobody knows. */
    memberCount: integer(),
    /** The last day on which anything is written there; null: not settled. */
    silentOn: date({ mode: 'string' }),
    /** The short link that leads from there to the group. It outlives the move: posters hang for long. */
    linkId: uuid()
      .notNull()
      .references(() => links.id, { onDelete: 'cascade' }),
    madeBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    madeAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Set once the place is left for good. */
    endedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index('moves_of_group').on(t.groupId, t.id),
    index('moves_of_link').on(t.linkId),
    index('moves_of_account').on(t.madeBy),
    check('moves_name_length', hasLength(t.name, LENGTHS.oldPlaceName, 1)),
    check('moves_member_count', sql`${t.memberCount} > 0`),
  ],
);

/** What is said of a move in one language, where somebody wrote it otherwise than it is suggested. */
export const moveTexts = pgTable(
  'move_texts',
  {
    moveId: uuid()
      .notNull()
      .references(() => moves.id, { onDelete: 'cascade' }),
    language: text({ enum: ['en', 'es', 'ar'] }).notNull(),
    text: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.moveId, t.language] }),
    check('move_texts_length', hasLength(t.text, LENGTHS.moveText, 1)),
  ],
);

/** Who joined, or asked to, after coming by a move's link. They count while they are members. */
export const moveArrivals = pgTable(
  'move_arrivals',
  {
    moveId: uuid()
      .notNull()
      .references(() => moves.id, { onDelete: 'cascade' }),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    arrivedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.moveId, t.accountId] }),
    index('move_arrivals_of_account').on(t.accountId),
  ],
);
