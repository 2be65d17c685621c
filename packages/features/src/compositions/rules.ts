import type { Queryable } from '@groundwork/database';
import { eq, sql } from 'drizzle-orm';
import { listKeptBudgets, type KeptBudget } from '../groups/budgets/queries.ts';
import { groups } from '../groups/tables.ts';
import { sites } from '../site/tables.ts';
import { compositionRules, type compositions } from './tables.ts';

/** What a group asks of its mailings. */
export async function findMailingRules({ db }: { db: Queryable }, groupId: string) {
  const [rules] = await db
    .select({ mostAWeek: compositionRules.mostAWeek, lookAbove: compositionRules.lookAbove })
    .from(compositionRules)
    .where(eq(compositionRules.groupId, groupId));
  return rules ?? { mostAWeek: null, lookAbove: null };
}

/** The rules that hold for its mailings: above how many receivers somebody else looks first is the smaller of its own and the whole site's. */
export async function findRulesInForce({ db }: { db: Queryable }, groupId: string) {
  const [rules] = await db
    .select({
      mostAWeek: compositionRules.mostAWeek,
      lookAbove: sql<number | null>`least(${compositionRules.lookAbove}, ${sites.lookAbove})`,
    })
    .from(groups)
    .leftJoin(compositionRules, eq(compositionRules.groupId, groups.id))
    .leftJoin(sites, sql`true`)
    .where(eq(groups.id, groupId));
  return rules ?? { mostAWeek: null, lookAbove: null };
}

export type Budgeted = Pick<typeof compositions.$inferSelect, 'groupId' | 'purpose'>;

/** The budgets of coalitions that hold for a composition. What members must hear nothing keeps from them. */
export async function budgetsFor(db: Queryable, { groupId, purpose }: Budgeted): Promise<KeptBudget[]> {
  return purpose === 'membership' ? [] : listKeptBudgets(db, groupId);
}
