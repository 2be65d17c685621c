import { check, foreignKey, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { rsvps } from '../tables.ts';
import { hasLength } from '../../checks.ts';
import { LENGTHS } from '../../lengths.ts';

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
    check('event_needs_note_length', hasLength(t.note, LENGTHS.needsNote)),
  ],
);
