import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { groups } from '../../groups/tables.ts';
import { people } from '../tables.ts';

/** A rung of a group's ladders, on which people stand. What is done there, ladders know. */
export const rungs = pgTable(
  'rungs',
  {
    id: uuid().primaryKey(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    /** What a line about it calls it: the ladder and the step, as they read when the ladder was opened. */
    label: text().notNull().default(''),
  },
  (t) => [unique('rungs_same_group').on(t.groupId, t.id)],
);

/** How far somebody has come on a ladder. Nobody begins one twice: whoever is over it keeps the row. */
export const climbers = pgTable(
  'climbers',
  {
    ladderId: uuid().notNull(),
    groupId: uuid().notNull(),
    personId: uuid().notNull(),
    /**
     * `mailing`: their letter of this rung is on its way. `earlier`: they were so already when it was opened, and begin only
     * if they come to be so anew.
     */
    state: text({ enum: ['standing', 'mailing', 'over', 'earlier'] }).notNull(),
    rungId: uuid(),
    /** To which event they are invited on this rung. */
    eventId: uuid(),
    beganAt: timestamp({ withTimezone: true }).notNull(),
    /** Since when they stand there. */
    since: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** When their step is done, or looked at again. */
    dueAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.ladderId, t.personId] }),
    foreignKey({ columns: [t.groupId, t.rungId], foreignColumns: [rungs.groupId, rungs.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [t.groupId, t.personId], foreignColumns: [people.groupId, people.id] }).onDelete(
      'cascade',
    ),
    index('climbers_of_person').on(t.personId),
    index('climbers_on_rung')
      .on(t.rungId, t.personId)
      .where(sql`${t.rungId} is not null`),
    index('climbers_due')
      .on(t.rungId, t.dueAt)
      .where(sql`${t.dueAt} is not null`),
    check('climbers_state', sql`${t.state} in ('standing', 'mailing', 'over', 'earlier')`),
    check('climbers_on_rung', sql`(${t.state} in ('standing', 'mailing')) = (${t.rungId} is not null)`),
    check('climbers_due', sql`(${t.rungId} is null) = (${t.dueAt} is null)`),
  ],
);
