import type { Transaction } from '@groundwork/database';
import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { LOT_DAYS, USUAL_DAYS } from '../learning.ts';
import { compositions, experiments } from '../tables.ts';
import { countTallies } from './counting.ts';
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
  const counted = (days ?? (lot === null ? USUAL_DAYS : LOT_DAYS[lot])) + (readersHour === null ? 0 : 1);
  await tx
    .insert(compositionResults)
    .values({ compositionId, groupId, until: sql`now() + make_interval(days => ${counted}::int)` })
    .onConflictDoNothing();
}

/** Keeps what came of those whose days are over: numbers, which stay as they are whoever is erased. */
export async function keepResults(ctx: Context): Promise<void> {
  for (;;) {
    const isKept = await ctx.change(async (tx) => {
      const [due] = await tx
        .select()
        .from(compositionResults)
        .where(and(isNull(compositionResults.tallies), lte(compositionResults.until, sql`now()`)))
        .orderBy(asc(compositionResults.until))
        .limit(1)
        .for('update', { skipLocked: true });
      if (!due) return false;
      const tallies = await countTallies(tx, due.compositionId);
      const isIt = eq(compositionResults.compositionId, due.compositionId);
      await tx.update(compositionResults).set({ tallies }).where(isIt);
      return true;
    });
    if (!isKept) return;
  }
}
