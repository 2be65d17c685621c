import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { countTallies } from './counting.ts';
import { compositionResults } from './tables.ts';

/**
 * Keeps what came of those whose days are over, and some more in which it is ticked who came: numbers, which stay as they are
 * whoever is erased. Throws the first failure in the end: one that cannot be counted keeps no other.
 */
export async function keepResults(ctx: Context): Promise<void> {
  const due = await ctx.db
    .select({ id: compositionResults.compositionId })
    .from(compositionResults)
    .where(isDue)
    .orderBy(asc(compositionResults.until));
  const failures: unknown[] = [];
  for (const { id } of due) await keepResult(ctx, id).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

const TICKING_DAYS = 2;
const isDue = and(
  isNull(compositionResults.tallies),
  lte(compositionResults.until, sql`now() - make_interval(days => ${sql.raw(`${TICKING_DAYS}`)})`),
);

async function keepResult(ctx: Context, compositionId: string) {
  await ctx.change(async (tx) => {
    const isIt = and(eq(compositionResults.compositionId, compositionId), isDue);
    const [due] = await tx.select().from(compositionResults).where(isIt).for('update', { skipLocked: true });
    if (!due) return;
    const tallies = await countTallies(tx, compositionId);
    await tx
      .update(compositionResults)
      .set({ tallies })
      .where(eq(compositionResults.compositionId, compositionId));
  });
}
