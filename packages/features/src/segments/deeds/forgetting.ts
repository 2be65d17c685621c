import { and, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { note } from '../../journal.ts';
import { DAYS_KEPT } from './queries.ts';
import { peopleDeeds } from './tables.ts';

/**
 * Drops what is known of deeds after 30 days: whom they changed is nobody's business for longer. What they did stays. Who was
 * in a file reads for 30 days from when it was taken that they were.
 */
export async function forgetOldDeeds(ctx: Context): Promise<void> {
  const longAgo = sql`now() - make_interval(days => ${sql.raw(String(DAYS_KEPT))})`;
  const { finishedAt } = peopleDeeds;
  await ctx.change(async (tx) => {
    const gone = await tx
      .delete(peopleDeeds)
      .where(
        and(
          lt(peopleDeeds.madeAt, longAgo),
          inArray(peopleDeeds.state, ['draft', 'done', 'undone']),
          or(ne(peopleDeeds.kind, 'export'), isNull(finishedAt), lt(finishedAt, longAgo)),
        ),
      )
      .returning({ groupId: peopleDeeds.groupId });
    for (const [groupId, { length: count }] of Map.groupBy(gone, (one) => one.groupId))
      note(tx, null, 'segments.deeds-forgotten', { groupId }, { count });
  });
}
