import type { Queryable } from '@groundwork/database';
import { and, desc, eq, inArray, or, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import type { ReadContext } from '../../groups/queries.ts';
import { OVERLAP_DAYS } from '../bounds.ts';
import type { CompactPlace } from '../changing.ts';
import { findCompact, type SeenCompact } from '../queries.ts';
import { compacts, compactUses } from '../tables.ts';
import { seenUses } from '../uses/queries.ts';

/** What two groups asked of each other about people in common: what waits, what was counted last, and when to ask again. */
export async function findOverlaps(ctx: Context, { slug, compactId }: CompactPlace) {
  const compact = await findCompact(ctx, slug, compactId);
  const [open, last, nextAt] = await Promise.all([
    findOpenOverlap(ctx, compact),
    findLast(ctx, compact),
    findNextMoment(ctx.db, compact),
  ]);
  return { compact, open, last, nextAt };
}

/** What waits for an answer, or to be counted. */
export async function findOpenOverlap(asker: ReadContext, { id }: Pick<SeenCompact, 'id'>) {
  const isOpen = or(
    and(eq(compactUses.state, 'asked'), sql`${compactUses.goesAt} > now()`),
    eq(compactUses.state, 'agreed'),
  );
  const [open] = await seenUses(asker)
    .where(and(isOverlapOf(id), isOpen))
    .orderBy(desc(compactUses.id))
    .limit(1);
  return open ?? null;
}

async function findLast(asker: ReadContext, { id }: Pick<SeenCompact, 'id'>) {
  const [last] = await seenUses(asker)
    .where(and(isOverlapOf(id), eq(compactUses.state, 'counted')))
    .orderBy(desc(compactUses.countedAt))
    .limit(1);
  return last ?? null;
}

function isOverlapOf(compactId: string) {
  return and(eq(compactUses.compactId, compactId), eq(compactUses.kind, 'overlap'));
}

type Pair = Pick<SeenCompact, 'groupId' | 'writerId'>;

/**
 * When two groups can ask next, if not now: a yes and a no hold for so many days, whichever of the two asked and under whichever of
 * their agreements. Who could ask at will would learn of one person by what the number does when they are added.
 */
export async function findNextMoment(db: Queryable, { groupId, writerId }: Pair): Promise<Date | null> {
  const free = sql<Date>`max(${compactUses.answeredAt}) + make_interval(days => ${sql.raw(String(OVERLAP_DAYS.between))})`;
  const [found] = await db
    .select({ nextAt: free.mapWith(compactUses.answeredAt), isLater: sql<boolean>`${free} > now()` })
    .from(compactUses)
    .innerJoin(compacts, eq(compacts.id, compactUses.compactId))
    .where(
      and(
        inArray(compacts.groupId, [groupId, writerId]),
        inArray(compacts.writerId, [groupId, writerId]),
        eq(compactUses.kind, 'overlap'),
        inArray(compactUses.state, ['agreed', 'counted', 'declined']),
      ),
    );
  return found?.isLater ? found.nextAt : null;
}
