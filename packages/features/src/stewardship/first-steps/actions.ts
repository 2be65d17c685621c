import { isNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { note } from '../../journal.ts';
import { sites } from '../../site/tables.ts';

/** Waves the first steps away, for all stewards and for good: what is open of them stands on the pages where it is done. */
export async function waveFirstStepsAway(ctx: Context): Promise<void> {
  await ctx.change(async (tx) => {
    const away = await tx
      .update(sites)
      .set({ firstStepsAwayAt: sql`now()` })
      .where(isNull(sites.firstStepsAwayAt))
      .returning({ only: sites.only });
    if (away.length > 0) note(tx, ctx, 'site.first-steps-away', null);
  });
}
