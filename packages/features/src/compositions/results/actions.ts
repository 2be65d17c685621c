import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { countTallies } from './counting.ts';
import { compositionResults } from './tables.ts';

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
