import type { Transaction } from '@groundwork/database';
import { eq, sql } from 'drizzle-orm';
import { LOT_DAYS, USUAL_DAYS } from '../learning.ts';
import { compositions, experiments } from '../tables.ts';
import { compositionResults } from './tables.ts';

/** From now on it is counted what those do who were written down. At an hour of each one's own place, for a day longer. */
export async function beginCounting(tx: Transaction, compositionId: string): Promise<void> {
  const [begun] = await tx
    .select({
      groupId: compositions.groupId,
      lot: compositions.lot,
      readersHour: compositions.readersHour,
      days: experiments.days,
    })
    .from(compositions)
    .leftJoin(experiments, eq(experiments.compositionId, compositions.id))
    .where(eq(compositions.id, compositionId));
  if (!begun) return;
  const { groupId, lot, readersHour, days } = begun;
  const counted = days ?? (lot === null ? USUAL_DAYS : LOT_DAYS[lot]);
  await tx
    .insert(compositionResults)
    .values({
      compositionId,
      groupId,
      until: sql`now() + make_interval(days => ${counted + (readersHour === null ? 0 : 1)}::int)`,
    })
    .onConflictDoNothing();
}
