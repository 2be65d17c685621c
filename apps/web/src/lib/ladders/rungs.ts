import type { LadderFault, StepOutcome, StepView } from '@groundwork/features/ladders/contract';

/** A step as it is drawn: its number in the order in which they are read, and what is on the sides of a branch. */
export type DrawnRung = {
  step: StepView;
  number: number;
  isFirst: boolean;
  isLast: boolean;
  yes: DrawnRung[];
  no: DrawnRung[];
};

/** The steps of a ladder as they are drawn, each below the one before it. */
export function drawRungs(
  steps: StepView[],
  branchId: string | null = null,
  side: StepView['side'] = null,
): DrawnRung[] {
  const own = steps.filter((step) => step.branchId === branchId && step.side === side);
  return own.map((step, index) => ({
    step,
    number: steps.indexOf(step) + 1,
    isFirst: index === 0,
    isLast: index === own.length - 1,
    yes: step.does === 'branch' ? drawRungs(steps, step.id, 'yes') : [],
    no: step.does === 'branch' ? drawRungs(steps, step.id, 'no') : [],
  }));
}

type Undone = Exclude<StepOutcome, 'done' | 'no' | 'stopped' | 'ended'>;
/** What came of a step: how many had it done, or were of another answer; who went on without it; who left there. */
export type RungCounts = {
  doneCount: number;
  noCount: number;
  undone: { outcome: Undone; count: number }[];
  left: { outcome: 'stopped' | 'ended'; count: number }[];
};

/** What came of a step, by what it means for those who came there. */
export function countRung({ outcomes }: Pick<StepView, 'outcomes'>): RungCounts {
  const counts: RungCounts = { doneCount: 0, noCount: 0, undone: [], left: [] };
  for (const { outcome, count } of outcomes) {
    if (outcome === 'done') counts.doneCount += count;
    else if (outcome === 'no') counts.noCount += count;
    else if (outcome === 'stopped' || outcome === 'ended') counts.left.push({ outcome, count });
    else counts.undone.push({ outcome, count });
  }
  return counts;
}

/** What is said of a step that keeps the ladder from being opened, or should be looked at; of null, of the ladder as a whole. */
export function faultsAt(faults: LadderFault[], stepId: string | null): LadderFault[] {
  return faults.filter((fault) => fault.stepId === stepId);
}
