import type { Queryable } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import { coalitionReach } from '../../groups/tables.ts';
import type { Totals } from '../contract.ts';
import { groupTotals } from './tables.ts';

/** What a coalition and the groups that it reaches came to, added up; null until one of them is counted. */
export async function findTotals(db: Queryable, coalitionId: string): Promise<Totals | null> {
  const sum = (column: string) => sql`nullif(sum(counted.${sql.identifier(column)}), 0)::int`;
  const { rows } = await db.execute<Totals & { counted: number }>(sql`
    select count(*)::int as counted, ${sum('acted')} as acted, ${sum('came')} as came,
      ${sum('came_again')} as "cameAgain", ${sum('leading')} as leading
    from ${groupTotals} counted where counted.group_id = ${coalitionId} or counted.group_id in (
      select reach.group_id from ${coalitionReach} reach where reach.coalition_id = ${coalitionId})`);
  const [{ counted, ...totals } = { counted: 0, acted: null, came: null, cameAgain: null, leading: null }] =
    rows;
  return counted === 0 ? null : totals;
}
