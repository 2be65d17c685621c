import type { Transaction } from '@groundwork/database';
import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { climbers } from '../../people/climbing/tables.ts';
import type { StepOutcome } from '../contract.ts';
import type { Step } from '../step.ts';
import { ladderTallies } from '../tables.ts';

/** When somebody who comes to a step is due there: at what waits once its days are over, everywhere else at once. */
export function dueOn(does: Step): SQL {
  return does.is === 'wait' ? sql`now() + make_interval(days => ${does.days}::int)` : sql`now()`;
}

/** Some who are through with a step, what came of it, and the step after it; null: they are over the ladder. */
export type Leaving = { personIds: string[]; outcome: StepOutcome; to: { id: string; does: Step } | null };

/** Lets people go on from a step to the next, and counts what came of it. */
export async function goOn(
  tx: Transaction,
  { ladderId, stepId }: { ladderId: string; stepId: string },
  leavings: Leaving[],
): Promise<void> {
  for (const { personIds, to } of leavings) {
    const place = to
      ? { state: 'standing' as const, rungId: to.id, dueAt: dueOn(to.does) }
      : { state: 'over' as const, rungId: null, dueAt: null };
    await tx
      .update(climbers)
      .set({ ...place, eventId: null, since: sql`now()` })
      .where(isClimber(ladderId, personIds));
  }
  await count(tx, stepId, leavings);
}

/** Lets people stay where they stand, for so long; `mailing`: their letter is on its way. */
export async function letStay(
  tx: Transaction,
  { ladderId, personIds }: { ladderId: string; personIds: string[] },
  { state, interval }: { state: 'standing' | 'mailing'; interval: SQL },
): Promise<void> {
  if (personIds.length === 0) return;
  await tx
    .update(climbers)
    .set({ state, dueAt: sql`now() + ${interval}` })
    .where(isClimber(ladderId, personIds));
}

/** These of a ladder. */
export function isClimber(ladderId: string, personIds: string[]): SQL | undefined {
  return and(eq(climbers.ladderId, ladderId), inArray(climbers.personId, personIds));
}

async function count(tx: Transaction, stepId: string, leavings: Leaving[]): Promise<void> {
  const counts = new Map<StepOutcome, number>();
  for (const { outcome, personIds } of leavings)
    counts.set(outcome, (counts.get(outcome) ?? 0) + personIds.length);
  if (counts.size === 0) return;
  // In one order: two workers who count what came of a step wait for each other, and never both.
  const counted = [...counts].toSorted(([one], [other]) => (one < other ? -1 : 1));
  await tx
    .insert(ladderTallies)
    .values(counted.map(([outcome, number]) => ({ stepId, outcome, count: number })))
    .onConflictDoUpdate({
      target: [ladderTallies.stepId, ladderTallies.outcome],
      set: { count: sql`${ladderTallies.count} + excluded.count` },
    });
}
