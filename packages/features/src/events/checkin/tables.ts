import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { accounts } from '../../accounts/tables.ts';
import { groups } from '../../groups/tables.ts';
import { people } from '../../people/tables.ts';
import { events, eventSponsors, rsvps } from '../tables.ts';

/**
 * The fact, as seen at the door. With an RSVP: the one who gave it. Without: a walk-in, who is a person only if they
 * gave an email, and else a count with no name.
 */
export const attendances = pgTable(
  'attendances',
  {
    id: uuid().primaryKey(),
    eventId: uuid().notNull(),
    /** Whose person came, as in `rsvps`; whoever walked in is the home group's. */
    groupId: uuid().notNull(),
    sponsorId: uuid(),
    homeId: uuid().generatedAlwaysAs(sql`case when sponsor_id is null then group_id end`),
    rsvpId: uuid(),
    personId: uuid(),
    state: text({ enum: ['attended', 'no_show'] }).notNull(),
    /** A walk-in's name as it was typed at the door: hosts see it, and not what the group calls whoever has that email. */
    name: text(),
    /** Says who typed which name and email, so that a form sent twice is one walk-in; a keyed hash, since it must not tell. */
    typedKey: text(),
    /** Who came along. */
    guestCount: integer().notNull().default(0),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    by: uuid().references(() => accounts.id, { onDelete: 'set null' }),
  },
  (t) => [
    unique('attendances_one_each').on(t.eventId, t.personId),
    unique('attendances_one_per_rsvp').on(t.rsvpId),
    foreignKey({
      name: 'attendances_of_home',
      columns: [t.homeId, t.eventId],
      foreignColumns: [events.groupId, events.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'attendances_of_sponsor',
      columns: [t.eventId, t.sponsorId],
      foreignColumns: [eventSponsors.eventId, eventSponsors.groupId],
    }).onDelete('cascade'),
    foreignKey({ columns: [t.eventId, t.rsvpId], foreignColumns: [rsvps.eventId, rsvps.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [t.groupId, t.personId], foreignColumns: [people.groupId, people.id] }).onDelete(
      'cascade',
    ),
    index('attendances_of_event').on(t.eventId, t.state),
    index('attendances_of_person').on(t.personId),
    index('attendances_by_sponsor')
      .on(t.eventId, t.sponsorId)
      .where(sql`${t.sponsorId} is not null`),
    check('attendances_sponsors_person', sql`${t.sponsorId} = ${t.groupId}`),
    check('attendances_missed_by_someone', sql`${t.state} = 'attended' or ${t.rsvpId} is not null`),
    check('attendances_guest_count', sql`${t.guestCount} between 0 and 5`),
  ],
);

/** Who closed an event's door list, and when: from then on nobody more came. */
export const eventClosings = pgTable('event_closings', {
  eventId: uuid()
    .primaryKey()
    .references(() => events.id, { onDelete: 'cascade' }),
  at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  by: uuid().references(() => accounts.id, { onDelete: 'set null' }),
});

/** What everybody hears of a group's people at an event that several groups held, by tens: written when its door list is closed. */
export const eventTurnouts = pgTable(
  'event_turnouts',
  {
    eventId: uuid()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    /** Who had said that they come, and who came; their guests are not counted. */
    toldGoing: integer().notNull(),
    toldCame: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.groupId] })],
);
