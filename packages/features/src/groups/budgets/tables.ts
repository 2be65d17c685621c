import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  smallint,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { accounts } from '../../accounts/tables.ts';
import { groups } from '../tables.ts';

/** How many mails a week the groups of a coalition together write to one person at most, as it proposes it. No row: it proposes none. */
export const contactBudgets = pgTable(
  'contact_budgets',
  {
    coalitionId: uuid()
      .primaryKey()
      .references(() => groups.id, { onDelete: 'cascade' }),
    /** Which proposal it is: what is told of another one is over. */
    proposalId: uuid().notNull(),
    mostAWeek: smallint().notNull(),
    proposedBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    proposedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    check('contact_budgets_most_a_week', sql`${t.mostAWeek} between 1 and 14`),
    index('contact_budgets_by_account').on(t.proposedBy),
  ],
);

/**
 * The groups that keep the budget of a coalition, each the number that its own yes is for: another proposal changes nothing
 * before it says yes to that. It counts as long as the group is in the coalition.
 */
export const contactBudgetYeses = pgTable(
  'contact_budget_yeses',
  {
    coalitionId: uuid().notNull(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    mostAWeek: smallint().notNull(),
    saidBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    saidAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.coalitionId, t.groupId] }),
    foreignKey({
      name: 'contact_budget_yeses_of_budget',
      columns: [t.coalitionId],
      foreignColumns: [contactBudgets.coalitionId],
    }).onDelete('cascade'),
    check('contact_budget_yeses_most_a_week', sql`${t.mostAWeek} between 1 and 14`),
    index('contact_budget_yeses_of_group').on(t.groupId),
    index('contact_budget_yeses_by_account').on(t.saidBy),
  ],
);
