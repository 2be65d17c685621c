import { sql, type SQL } from 'drizzle-orm';
import { rungsOf } from './paths.ts';
import type { LadderStep } from './queries.ts';
import type { Question } from './step.ts';

/** When somebody comes to a step, in days since they began, and of whom that is true: over the answers in `begun`. */
export type StepVisit = { step: LadderStep; n: number; days: SQL; path: SQL; stops: Question[] };

/** The visits of a ladder's steps, in the order in which they are read. */
export function visitsOf(steps: LadderStep[]): StepVisit[] {
  const stopsOf = new Map(rungsOf(steps).map(({ step, stops }) => [step.id, stops]));
  const visits: StepVisit[] = [];
  /** Answers how many days the steps of one side take, for who goes there. */
  const walk = (
    branchId: string | null,
    side: 'yes' | 'no' | null,
    { days, path }: Pick<StepVisit, 'days' | 'path'>,
  ): SQL => {
    let passed = sql`0`;
    for (const [n, step] of steps.entries()) {
      if (step.branchId !== branchId || step.side !== side) continue;
      const here = sql`(${days} + ${passed})`;
      visits.push({ step, n, days: here, path, stops: stopsOf.get(step.id) ?? [] });
      if (step.does.is === 'wait') passed = sql`${passed} + ${step.does.days}::int`;
      if (step.does.is !== 'branch') continue;
      const isYes = branchAnswer(n);
      const yes = walk(step.id, 'yes', { days: here, path: sql`${path} and ${isYes}` });
      const no = walk(step.id, 'no', { days: here, path: sql`${path} and not ${isYes}` });
      passed = sql`${passed} + case when ${isYes} then ${yes} else ${no} end`;
    }
    return passed;
  };
  walk(null, null, { days: sql`0`, path: sql`true` });
  return visits;
}

/** The column of `begun` that holds what the n-th step asks. */
export function branchAnswer(n: number): SQL {
  return sql`${sql.identifier(`answer_${n}`)}`;
}
