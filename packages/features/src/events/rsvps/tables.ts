import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { people } from '../../people/tables.ts';
import { events } from '../tables.ts';

/**
 * One person's stated intention to come, guests included. `going` takes places; a later answer changes the row. An answer
 * for an address that nobody proved is `unconfirmed` until its mailbox says yes: at most, it holds places for a while.
 */
export const rsvps = pgTable(
  'rsvps',
  {
    id: uuid().primaryKey(),
    eventId: uuid().notNull(),
    groupId: uuid().notNull(),
    personId: uuid().notNull(),
    /** As typed with the answer: hosts see it, and not what the group calls whoever has that email. */
    name: text(),
    state: text({ enum: ['unconfirmed', 'going', 'maybe', 'waitlisted', 'cancelled'] }).notNull(),
    /** What an unconfirmed answer asks for. */
    wanted: text({ enum: ['going', 'maybe'] })
      .notNull()
      .default('going'),
    /** Until when an unconfirmed answer holds its places; null: it holds none. */
    holdsUntil: timestamp({ withTimezone: true }),
    guestCount: integer().notNull().default(0),
    /** A ticked opt-in for mail that nobody has proven to be theirs yet: it becomes a consent from the mailbox, once. */
    wantsUpdates: boolean().notNull().default(false),
    /** The short link that brought them here last; no foreign key, as for the event's own. */
    linkId: uuid(),
    /** What their mails are written in. */
    language: text({ enum: ['en', 'es', 'ar'] }).notNull(),
    givenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Since when the state stands: the order of the waitlist, and what a reminder goes by. */
    stateAt: timestamp({ withTimezone: true })
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    unique('rsvps_one_each').on(t.eventId, t.personId),
    unique('rsvps_same_event').on(t.eventId, t.id),
    foreignKey({ columns: [t.groupId, t.eventId], foreignColumns: [events.groupId, events.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [t.groupId, t.personId], foreignColumns: [people.groupId, people.id] }).onDelete(
      'cascade',
    ),
    index('rsvps_of_person').on(t.personId),
    index('rsvps_places').on(t.eventId, t.state, t.guestCount),
    index('rsvps_held')
      .on(t.eventId, t.holdsUntil, t.guestCount)
      .where(sql`${t.holdsUntil} is not null`),
    index('rsvps_waitlist')
      .on(t.eventId, t.stateAt, t.id)
      .where(sql`${t.state} = 'waitlisted'`),
    index('rsvps_unconfirmed')
      .on(t.eventId)
      .where(sql`${t.state} = 'unconfirmed'`),
    check('rsvps_guest_count', sql`${t.guestCount} between 0 and 5`),
  ],
);

/** What someone needs in order to come. Apart from the RSVP, for the hosts' eyes, and erased after the event. */
export const eventNeeds = pgTable(
  'event_needs',
  {
    rsvpId: uuid().primaryKey(),
    eventId: uuid().notNull(),
    kinds: text({ enum: ['childcare', 'ride', 'interpreting', 'food'] })
      .array()
      .notNull(),
    note: text().notNull().default(''),
  },
  (t) => [
    foreignKey({ columns: [t.eventId, t.rsvpId], foreignColumns: [rsvps.eventId, rsvps.id] }).onDelete(
      'cascade',
    ),
    index('event_needs_of_event').on(t.eventId),
    check('event_needs_note_length', sql`length(${t.note}) <= 200`),
  ],
);
