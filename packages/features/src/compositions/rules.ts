import type { Queryable } from '@groundwork/database';
import { eq, sql } from 'drizzle-orm';
import { groups } from '../groups/tables.ts';
import { sites } from '../site/tables.ts';
import { compositionRules } from './tables.ts';

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
