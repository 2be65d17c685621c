import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { accounts } from '../../accounts/tables.ts';
import { hasLength } from '../../checks.ts';
import { groups, memberships } from '../../groups/tables.ts';
import { LENGTHS } from '../../lengths.ts';
import type { Line } from '../lines.ts';
import { ORDER_NAMES } from '../order-names.ts';

/** Columns over a group's people under a name, with whom they show and in which order. */
export const peopleViews = pgTable(
  'people_views',
  {
    id: uuid().primaryKey(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** In their order: `email`, or `field:` and the id of a field of the group. */
    columns: text().array().notNull(),
    lines: jsonb().$type<Line[]>().notNull(),
    order: text({ enum: ORDER_NAMES }).notNull(),
    madeBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    madeAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    unique('people_views_same_name').on(t.groupId, t.name),
    unique('people_views_same_group').on(t.groupId, t.id),
    index('people_views_of_account').on(t.madeBy),
    check('people_views_name_length', hasLength(t.name, LENGTHS.viewName, 1)),
    check('people_views_columns', sql`cardinality(${t.columns}) between 1 and 12`),
  ],
);

/** Which member of the group is shown a view without seeing its people otherwise: as long as they are a member. */
export const viewShares = pgTable(
  'view_shares',
  {
    viewId: uuid().notNull(),
    groupId: uuid().notNull(),
    accountId: uuid().notNull(),
    sharedBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    sharedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.viewId, t.accountId] }),
    foreignKey({
      name: 'view_shares_shown',
      columns: [t.groupId, t.viewId],
      foreignColumns: [peopleViews.groupId, peopleViews.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'view_shares_member',
      columns: [t.groupId, t.accountId],
      foreignColumns: [memberships.groupId, memberships.accountId],
    }).onDelete('cascade'),
    index('view_shares_of_view').on(t.groupId, t.viewId),
    index('view_shares_of_account').on(t.accountId, t.groupId),
    index('view_shares_by').on(t.sharedBy),
  ],
);
