import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { accounts } from '../accounts/tables.ts';
import { hasLength } from '../checks.ts';
import { coalitions } from '../coalitions/tables.ts';
import { groups } from '../groups/tables.ts';
import { LENGTHS } from '../lengths.ts';
import { THINGS } from './things.ts';

const at = () => timestamp({ withTimezone: true });

/**
 * What a group needs or offers until a day. It is for everybody, or for the groups of one coalition; where that coalition is
 * gone, it is for nobody but the group itself.
 */
export const listings = pgTable(
  'listings',
  {
    id: uuid().primaryKey(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    side: text({ enum: ['need', 'offer'] }).notNull(),
    thing: text({ enum: THINGS }).notNull(),
    title: text().notNull(),
    details: text().notNull().default(''),
    howMany: text().notNull().default(''),
    place: text().notNull().default(''),
    /** The last day on which it is listed, where the group is. */
    endsOn: date({ mode: 'string' }).notNull(),
    isForAll: boolean().notNull(),
    coalitionId: uuid().references(() => coalitions.groupId, { onDelete: 'set null' }),
    writtenBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    /** Since when it stands, the last time it was put up. */
    listedAt: at().notNull().defaultNow(),
    closedAt: at(),
    /** `time`: its last day is over; `belonging`: the group is not in the coalition any more. */
    closedHow: text({ enum: ['group', 'fulfilled', 'time', 'belonging'] }),
    /** Kept from everybody but the group, by a decision about a report. */
    hiddenAt: at(),
    hiddenReason: text(),
  },
  (t) => [
    index('listings_of_group').on(t.groupId, t.listedAt, t.id),
    index('listings_in_order')
      .on(t.listedAt, t.id)
      .where(sql`${t.closedAt} is null and ${t.hiddenAt} is null`),
    // What strangers find, who are most of those who look.
    index('listings_for_all')
      .on(t.listedAt, t.id)
      .where(sql`${t.isForAll} and ${t.closedAt} is null and ${t.hiddenAt} is null`),
    index('listings_of_coalition').on(t.coalitionId, t.listedAt, t.id),
    index('listings_to_close')
      .on(t.endsOn)
      .where(sql`${t.closedAt} is null`),
    index('listings_by_writer').on(t.writtenBy),
    check('listings_side', sql`${t.side} in ('need', 'offer')`),
    check('listings_for_one', sql`not (${t.isForAll} and ${t.coalitionId} is not null)`),
    check('listings_closed_whole', sql`(${t.closedAt} is null) = (${t.closedHow} is null)`),
    check('listings_title_length', hasLength(t.title, LENGTHS.listingTitle, 1)),
    check('listings_details_length', hasLength(t.details, LENGTHS.listingDetails)),
    check('listings_how_many_length', hasLength(t.howMany, LENGTHS.howMany)),
    check('listings_place_length', hasLength(t.place, LENGTHS.placeName)),
  ],
);

/**
 * What another group says to a listing: that it has what is needed, or would take what is offered. The group of the listing
 * says yes to one at a time. Each answer stays on record with how it went.
 */
export const listingAnswers = pgTable(
  'listing_answers',
  {
    id: uuid().primaryKey(),
    listingId: uuid()
      .notNull()
      .references(() => listings.id, { onDelete: 'cascade' }),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    /** `ended`: the listing was closed before anybody said yes or no. */
    state: text({ enum: ['offered', 'taken', 'fulfilled', 'declined', 'withdrawn', 'ended'] })
      .notNull()
      .default('offered'),
    word: text().notNull(),
    answeredBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    answeredAt: at().notNull().defaultNow(),
    /** What the group of the listing said with its last yes or no. */
    reply: text().notNull().default(''),
    decidedBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    decidedAt: at(),
    /** Which side took it back, or said that it is done. */
    endedSide: text({ enum: ['listing', 'answer'] }),
    endedBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    endedAt: at(),
  },
  (t) => [
    uniqueIndex('listing_answers_open_once')
      .on(t.listingId, t.groupId)
      .where(sql`${t.state} in ('offered', 'taken')`),
    uniqueIndex('listing_answers_taken_once')
      .on(t.listingId)
      .where(sql`${t.state} = 'taken'`),
    index('listing_answers_of_listing').on(t.listingId, t.id),
    index('listing_answers_of_group').on(t.groupId, t.id),
    index('listing_answers_by_answerer').on(t.answeredBy),
    index('listing_answers_by_decider').on(t.decidedBy),
    index('listing_answers_by_ender').on(t.endedBy),
    check(
      'listing_answers_state',
      sql`${t.state} in ('offered', 'taken', 'fulfilled', 'declined', 'withdrawn', 'ended')`,
    ),
    check('listing_answers_word_length', hasLength(t.word, LENGTHS.listingWord, 1)),
    check('listing_answers_reply_length', hasLength(t.reply, LENGTHS.listingWord)),
  ],
);
