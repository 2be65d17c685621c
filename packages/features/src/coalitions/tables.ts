import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { accounts } from '../accounts/tables.ts';
import { hasLength } from '../checks.ts';
import { groups } from '../groups/tables.ts';
import { LENGTHS } from '../lengths.ts';
import { MOST_SEATS } from './seats.ts';

/** What a group of the kind `coalition` has besides. */
export const coalitions = pgTable(
  'coalitions',
  {
    groupId: uuid()
      .primaryKey()
      .references(() => groups.id, { onDelete: 'cascade' }),
    /** How many may speak for each of its groups in the council. */
    seats: smallint().notNull().default(1),
  },
  (t) => [check('coalitions_seats', sql`${t.seats} between 1 and ${sql.raw(String(MOST_SEATS))}`)],
);

/**
 * A group in a coalition, or one that was: asked for by the one, and in once the other has said yes. What happened
 * between the two, and why, are its steps.
 */
export const coalitionGroups = pgTable(
  'coalition_groups',
  {
    coalitionId: uuid()
      .notNull()
      .references(() => coalitions.groupId, { onDelete: 'cascade' }),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    state: text({ enum: ['proposed', 'accepted', 'suspended', 'left'] }).notNull(),
    /** Which of the two asked. */
    askedBy: text({ enum: ['group', 'coalition'] }).notNull(),
    /** What the coalition asked it, and what it answered, in the same order. */
    questions: text()
      .array()
      .notNull()
      .default(sql`'{}'`),
    answers: text()
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** Since when it stands as it does. */
    since: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.coalitionId, t.groupId] }),
    index('coalition_groups_of_group').on(t.groupId),
    index('coalition_groups_by_state').on(t.coalitionId, t.state, t.since, t.groupId),
    check('coalition_groups_state', sql`${t.state} in ('proposed', 'accepted', 'suspended', 'left')`),
    check('coalition_groups_answered', sql`cardinality(${t.answers}) = cardinality(${t.questions})`),
  ],
);

/** What was done between a coalition and a group, by whom and with which word: it stays as long as both do. */
export const coalitionSteps = pgTable(
  'coalition_steps',
  {
    id: uuid().primaryKey(),
    coalitionId: uuid().notNull(),
    groupId: uuid().notNull(),
    step: text({
      enum: [
        'founded',
        'applied',
        'invited',
        'accepted',
        'declined',
        'withdrawn',
        'suspended',
        'resumed',
        'left',
        'ended',
      ],
    }).notNull(),
    /** In which of the two somebody did it. */
    side: text({ enum: ['group', 'coalition'] }).notNull(),
    takenBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    word: text().notNull().default(''),
    takenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    foreignKey({
      name: 'coalition_steps_of_group',
      columns: [t.coalitionId, t.groupId],
      foreignColumns: [coalitionGroups.coalitionId, coalitionGroups.groupId],
    }).onDelete('cascade'),
    index('coalition_steps_in_order').on(t.coalitionId, t.groupId, t.id),
    index('coalition_steps_by_account').on(t.takenBy),
    check('coalition_steps_word_length', hasLength(t.word, LENGTHS.reason)),
  ],
);

/**
 * Who speaks for a group in a coalition, or spoke: as long as `endedAt` is null they are a member of the coalition, and
 * nobody else is. The triggers of the migration "coalitions" hold both: it ends with their membership in the group, with
 * that in the coalition, and when the group is in it no more.
 */
export const delegates = pgTable(
  'delegates',
  {
    id: uuid().primaryKey(),
    coalitionId: uuid().notNull(),
    groupId: uuid().notNull(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** What they are sent to say and to decide. */
    mandate: text().notNull(),
    /** The last day of their term, where the group is. */
    termEndsOn: date({ mode: 'string' }).notNull(),
    namedBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    namedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** When those who name were told that the term runs out soon. */
    remindedAt: timestamp({ withTimezone: true }),
    endedAt: timestamp({ withTimezone: true }),
    /** `standing`: they left, or were put out of, the group or the coalition; `group`: their group is in it no more. */
    endedHow: text({ enum: ['recalled', 'term', 'standing', 'group'] }),
    /** When those concerned were told that it ended. */
    endToldAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    foreignKey({
      name: 'delegates_of_group',
      columns: [t.coalitionId, t.groupId],
      foreignColumns: [coalitionGroups.coalitionId, coalitionGroups.groupId],
    }).onDelete('cascade'),
    uniqueIndex('delegates_speak_once')
      .on(t.coalitionId, t.accountId)
      .where(sql`${t.endedAt} is null`),
    index('delegates_of_group_in_order').on(t.coalitionId, t.groupId, t.id),
    index('delegates_by_account').on(t.accountId),
    index('delegates_by_namer').on(t.namedBy),
    index('delegates_by_term')
      .on(t.termEndsOn)
      .where(sql`${t.endedAt} is null`),
    index('delegates_end_to_tell')
      .on(t.id)
      .where(sql`${t.endedAt} is not null and ${t.endToldAt} is null`),
    check('delegates_mandate_length', hasLength(t.mandate, LENGTHS.mandate, 1)),
    check('delegates_ended_whole', sql`(${t.endedAt} is null) = (${t.endedHow} is null)`),
  ],
);

/**
 * What a group of a coalition came to, to the ten below: so that whoever knows all but one of the groups, or looks twice,
 * learns no small number of the last. Counted anew each day.
 */
export const groupTotals = pgTable('group_totals', {
  groupId: uuid()
    .primaryKey()
    .references(() => groups.id, { onDelete: 'cascade' }),
  acted: integer().notNull(),
  came: integer().notNull(),
  cameAgain: integer().notNull(),
  leading: integer().notNull(),
  countedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
