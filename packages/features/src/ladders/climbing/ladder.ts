import type { Queryable, Transaction } from '@groundwork/database';
import { and, eq, lte, sql } from 'drizzle-orm';
import { LETTER } from '../../compositions/queries.ts';
import { findRulesInForce } from '../../compositions/rules.ts';
import { mailings } from '../../mailings/tables.ts';
import { groups } from '../../groups/tables.ts';
import { listSteps, scopeOfLadder } from '../queries.ts';
import { rungsOf } from '../paths.ts';
import { ladders, ladderSteps } from '../tables.ts';

/** A ladder that is open, with all that going on takes. */
export async function findClimbing(db: Queryable, ladderId: string) {
  const [ladder] = await db
    .select({
      id: ladders.id,
      groupId: ladders.groupId,
      groupName: groups.name,
      slug: groups.slug,
      name: ladders.name,
      trigger: ladders.trigger,
      purpose: ladders.purpose,
      state: ladders.state,
      openedBy: ladders.openedBy,
      openedAt: ladders.openedAt,
      seesAll: ladders.seesAll,
      agreedCount: ladders.agreedCount,
      beginsSince: ladders.beginsSince,
      lookedUntil: ladders.lookedUntil,
      mayWrite: sql<boolean>`group_may_write(${ladders.groupId})`,
      isLetterStopped: sql<boolean>`exists (select from ${ladderSteps} step
        join ${mailings} letter on letter.kind = ${LETTER} and letter.about_id = step.composition_id
        where step.ladder_id = ${ladders.id} and letter.state = 'stopped')`,
    })
    .from(ladders)
    .innerJoin(groups, eq(groups.id, ladders.groupId))
    .where(and(eq(ladders.id, ladderId), dueNow));
  if (!ladder) return null;
  const steps = await listSteps(db, ladderId);
  const [scope, { lookAbove }] = await Promise.all([
    scopeOfLadder(db, { ...ladder, steps }),
    findRulesInForce({ db }, ladder.groupId),
  ]);
  return { ...ladder, steps, rungs: rungsOf(steps), scope, mostAtOnce: mostAtOnce(ladder, lookAbove) };
}
export type ClimbingLadder = NonNullable<Awaited<ReturnType<typeof findClimbing>>>;

/** How many may begin at one look without somebody else looking; null: however many. */
function mostAtOnce(
  { agreedCount }: { agreedCount: number | null },
  lookAbove: number | null,
): number | null {
  return lookAbove === null ? null : Math.max(lookAbove, agreedCount ?? 0);
}

/** Holds a ladder that is still due, unless another worker does. */
export async function holdLadder(tx: Transaction, ladderId: string): Promise<boolean> {
  const held = await tx
    .select({ id: ladders.id })
    .from(ladders)
    .where(and(eq(ladders.id, ladderId), dueNow))
    .for('update', { skipLocked: true });
  return held.length > 0;
}

/** Its time has come. One that is stopped, ended or not open yet has none. */
export const dueNow = lte(ladders.dueAt, sql`now()`);
