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
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { accounts } from '../accounts/tables.ts';
import { hasLength } from '../checks.ts';
import { compositions } from '../compositions/tables.ts';
import { groups } from '../groups/tables.ts';
import { LENGTHS } from '../lengths.ts';
import { rungs } from '../people/climbing/tables.ts';
import type { Trigger } from './triggers.ts';
import type { Step } from './step.ts';

/** What makes somebody begin, and then step after step. From its opening on nothing of it changes. */
export const ladders = pgTable(
  'ladders',
  {
    id: uuid().primaryKey(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    trigger: jsonb().$type<Trigger>().notNull(),
    /** Those who are so already when it is opened begin too. */
    takesEarlier: boolean().notNull().default(false),
    /** For which yes its letters are: what members must hear, or what else happens. */
    purpose: text({ enum: ['updates', 'membership'] })
      .notNull()
      .default('updates'),
    /** `closed`: to newcomers; whoever is on it goes on. */
    state: text({ enum: ['draft', 'active', 'closed', 'ended'] })
      .notNull()
      .default('draft'),
    /** Nobody goes on, and nothing leaves, until somebody says so. */
    isStopped: boolean().notNull().default(false),
    /** Who opened it, and whether they see all fields of the group: a line about another one holds nobody. */
    openedBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    seesAll: boolean().notNull().default(false),
    /** Who asked somebody else to open it or to go on with it, as it may write to more than one alone may. */
    openingAskedBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    /** What they asked it for, or, asked by nobody, what it was opened with: a ladder that says something else is another one. */
    openingAskedFor: text(),
    /** Who came to be so since then begins; null: whoever is so, since whenever. */
    beginsSince: timestamp({ withTimezone: true }),
    /** How many may begin at one look, as far as somebody else agreed to more than one alone may let; null: to none. */
    agreedCount: integer(),
    /** Why it stopped by itself: more began at once than that, or what a sentence of it asks is gone. */
    stoppedFor: text({ enum: ['many', 'gone'] }),
    /** Up to when it was looked who begins; null: it was not looked yet. */
    lookedUntil: timestamp({ withTimezone: true }),
    /** How many began: it stays when people are erased. */
    beganCount: integer().notNull().default(0),
    /** When something is to be done next. */
    dueAt: timestamp({ withTimezone: true }),
    madeBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    madeAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    openedAt: timestamp({ withTimezone: true }),
    endedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    // Read backwards for their list: ids are in the order in which they were made.
    unique('ladders_same_group').on(t.groupId, t.id),
    index('ladders_due')
      .on(t.dueAt)
      .where(sql`${t.dueAt} is not null`),
    check('ladders_name_length', hasLength(t.name, LENGTHS.title, 1)),
    check('ladders_state', sql`${t.state} in ('draft', 'active', 'closed', 'ended')`),
    check('ladders_stopped_for', sql`${t.stoppedFor} in ('many', 'gone')`),
    check('ladders_opened', sql`(${t.state} = 'draft') = (${t.openedAt} is null)`),
    check('ladders_ended', sql`(${t.state} = 'ended') = (${t.endedAt} is not null)`),
    check(
      'ladders_due',
      sql`(${t.dueAt} is not null) = (${t.state} in ('active', 'closed') and not ${t.isStopped})`,
    ),
    check('ladders_membership', sql`${t.purpose} = 'updates' or ${t.trigger} ->> 'is' = 'joined'`),
  ],
);

/** A step of a ladder: its id is that of the rung on which people stand until it is done. */
export const ladderSteps = pgTable(
  'ladder_steps',
  {
    id: uuid()
      .primaryKey()
      .references(() => rungs.id, { onDelete: 'cascade' }),
    groupId: uuid().notNull(),
    ladderId: uuid().notNull(),
    /** The branch that it is in, and on which side of it; null: in none. */
    branchId: uuid(),
    side: text({ enum: ['yes', 'no'] }),
    /** Among the steps of the same side of the same branch. */
    position: smallint().notNull(),
    does: jsonb().$type<Step>().notNull(),
    /** The letter of a step that sends one. */
    compositionId: uuid(),
  },
  (t) => [
    unique('ladder_steps_same_ladder').on(t.ladderId, t.id),
    index('ladder_steps_of_group').on(t.groupId),
    unique('ladder_steps_composition').on(t.compositionId),
    foreignKey({
      columns: [t.groupId, t.ladderId],
      foreignColumns: [ladders.groupId, ladders.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.groupId, t.compositionId],
      foreignColumns: [compositions.groupId, compositions.id],
    }).onDelete('cascade'),
    foreignKey({ columns: [t.ladderId, t.branchId], foreignColumns: [t.ladderId, t.id] }).onDelete('cascade'),
    check('ladder_steps_side', sql`(${t.branchId} is null) = (${t.side} is null)`),
    check(
      'ladder_steps_letter',
      sql`(${t.does} ->> 'is' in ('send', 'invite')) = (${t.compositionId} is not null)`,
    ),
  ],
);

/** What came of a step, for how many: numbers, which stay when people are erased. */
export const ladderTallies = pgTable(
  'ladder_tallies',
  {
    stepId: uuid()
      .notNull()
      .references(() => ladderSteps.id, { onDelete: 'cascade' }),
    /** `done`, or why not: outcomes.ts. */
    outcome: text().notNull(),
    count: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.stepId, t.outcome] })],
);
