import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { accounts } from '../accounts/tables.ts';
import { campaigns } from '../campaigns/tables.ts';
import { groups, memberships } from '../groups/tables.ts';
import { people } from '../people/tables.ts';
import { hasLength, hasSlugForm } from '../checks.ts';
import { LENGTHS } from '../lengths.ts';
import { sponsorChecks, sponsorColumns } from '../sponsoring.ts';
import { SLUG_LENGTHS } from '../slugs.ts';

/** A gathering. That it has ended is read from the clock; who cancelled or closed it, when and why are rows below. */
export const events = pgTable(
  'events',
  {
    id: uuid().primaryKey(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    /** The campaign it serves, of its own or of another group. */
    campaignId: uuid().references(() => campaigns.id, { onDelete: 'set null' }),
    slug: text().notNull().unique('events_slug'),
    title: text().notNull(),
    summary: text().notNull().default(''),
    /** Markdown. */
    about: text().notNull().default(''),
    /** What it reads as (site/prose.ts), and of what that was made. */
    aboutHtml: text(),
    aboutHtmlOf: text(),
    startsAt: timestamp({ withTimezone: true }).notNull(),
    endsAt: timestamp({ withTimezone: true }).notNull(),
    /** IANA name: the zone in which its times are said. */
    timeZone: text().notNull(),
    held: text({ enum: ['in-person', 'online', 'both'] }).notNull(),
    /** Always shown; the address beside it may be for those who RSVPed. */
    placeName: text(),
    address: text(),
    addressVisibility: text({ enum: ['public', 'after_rsvp'] })
      .notNull()
      .default('public'),
    /** Only ever for those who RSVPed. */
    onlineUrl: text(),
    /** Places, guests included; null: as many as come. */
    capacity: integer(),
    /** Who may answer; `confirmed`: anyone, and no place is held before the mailbox says yes. */
    rsvpFrom: text({ enum: ['anyone', 'confirmed', 'members'] })
      .notNull()
      .default('anyone'),
    state: text({ enum: ['draft', 'published', 'cancelled', 'closed'] })
      .notNull()
      .default('draft'),
    /**
     * The link on the page's tear-off strip; made when it is published, later for what a version before this one published.
     * No foreign key: a link goes only when its group goes, and this with it.
     */
    linkId: uuid(),
    /** 10:00 on the day before, in the event's zone: kept, so that the sweep needs no calendar. */
    remindsAt: timestamp({ withTimezone: true }).notNull(),
    /** The SEQUENCE of RFC 5545: how often time, place or state changed since it was published. */
    sequence: integer().notNull().default(0),
    /** Up to which change of those people were told, and when last: at most once an hour. */
    toldSequence: integer().notNull().default(0),
    toldAt: timestamp({ withTimezone: true }),
    /** Who began it, as long as they have an account. */
    createdBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    changedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Set while a decision about a report keeps it from everyone but those who moderate, with the reason given. */
    hiddenAt: timestamp({ withTimezone: true }),
    hiddenReason: text(),
    /** Since another group said yes to it: from then on others hear of its counts by tens. */
    isShared: boolean().notNull().default(false),
  },
  (t) => [
    unique('events_same_group').on(t.groupId, t.id),
    index('events_coming')
      .on(t.startsAt, t.id)
      .where(sql`${t.state} in ('published', 'closed')`),
    index('events_of_group').on(t.groupId, t.startsAt, t.id),
    index('events_by_creator').on(t.createdBy),
    index('events_without_link')
      .on(t.endsAt)
      .where(sql`${t.linkId} is null and ${t.state} = 'published'`),
    index('events_of_campaign')
      .on(t.campaignId, t.startsAt, t.id)
      .where(sql`${t.campaignId} is not null`),
    check('events_slug_form', sql`${hasSlugForm(t.slug)} and ${hasLength(t.slug, SLUG_LENGTHS.event)}`),
    check('events_title_length', hasLength(t.title, LENGTHS.title, 2)),
    check('events_summary_length', hasLength(t.summary, LENGTHS.eventSummary)),
    check('events_about_length', hasLength(t.about, LENGTHS.page)),
    check('events_capacity_positive', sql`${t.capacity} > 0`),
    check('events_place_named', sql`${t.held} = 'online' or ${t.placeName} is not null`),
    // Lists look this far back for what still goes on.
    check(
      'events_period',
      sql`${t.endsAt} > ${t.startsAt} and ${t.endsAt} <= ${t.startsAt} + interval '14 days'`,
    ),
  ],
);

/** Who runs an event, besides the organizers: members of its group, for as long as they are members. */
export const eventHosts = pgTable(
  'event_hosts',
  {
    eventId: uuid().notNull(),
    groupId: uuid().notNull(),
    accountId: uuid().notNull(),
    addedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.accountId] }),
    foreignKey({ columns: [t.groupId, t.eventId], foreignColumns: [events.groupId, events.id] }).onDelete(
      'cascade',
    ),
    foreignKey({
      columns: [t.groupId, t.accountId],
      foreignColumns: [memberships.groupId, memberships.accountId],
    }).onDelete('cascade'),
    index('event_hosts_of_account').on(t.accountId, t.groupId),
  ],
);

/**
 * A group that was asked to hold an event with the home group, and does while `accepted_at` is set. Its row stays when it says no,
 * or leaves: the people who answered by its link are its own.
 */
export const eventSponsors = pgTable(
  'event_sponsors',
  {
    eventId: uuid()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    /** What they were asked to hold: all that they know of it where its group has turned private since. */
    asked: jsonb().$type<{ title: string; groupName: string }>().notNull(),
    ...sponsorColumns(),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.groupId] }),
    index('event_sponsors_of_group').on(t.groupId),
    ...sponsorChecks('event_sponsors', t),
  ],
);

/** Who called an event off, when, and why: everyone who RSVPed reads the reason. */
export const eventCancellations = pgTable(
  'event_cancellations',
  {
    eventId: uuid()
      .primaryKey()
      .references(() => events.id, { onDelete: 'cascade' }),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    by: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    reason: text().notNull(),
  },
  (t) => [check('event_cancellations_reason_length', hasLength(t.reason, LENGTHS.reason, 1))],
);

/**
 * One person's stated intention to come, guests included. `going` takes places; a later answer changes the row. An answer
 * for an address that nobody proved is `unconfirmed` until its mailbox says yes: at most, it holds places for a while.
 */
export const rsvps = pgTable(
  'rsvps',
  {
    id: uuid().primaryKey(),
    eventId: uuid().notNull(),
    /** Whose person it is: the group that was named to them when they answered. */
    groupId: uuid().notNull(),
    /** The same, unless that is the home group. */
    sponsorId: uuid(),
    /** The same, if it is the home group: for the key that holds it to its event. */
    homeId: uuid().generatedAlwaysAs(sql`case when sponsor_id is null then group_id end`),
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
    foreignKey({
      name: 'rsvps_of_home',
      columns: [t.homeId, t.eventId],
      foreignColumns: [events.groupId, events.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'rsvps_of_sponsor',
      columns: [t.eventId, t.sponsorId],
      foreignColumns: [eventSponsors.eventId, eventSponsors.groupId],
    }).onDelete('cascade'),
    foreignKey({ columns: [t.groupId, t.personId], foreignColumns: [people.groupId, people.id] }).onDelete(
      'cascade',
    ),
    index('rsvps_of_person').on(t.personId),
    index('rsvps_by_link')
      .on(t.linkId)
      .where(sql`${t.linkId} is not null`),
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
    index('rsvps_by_sponsor')
      .on(t.eventId, t.sponsorId)
      .where(sql`${t.sponsorId} is not null`),
    check('rsvps_sponsors_person', sql`${t.sponsorId} = ${t.groupId}`),
    check('rsvps_guest_count', sql`${t.guestCount} between 0 and 5`),
  ],
);
