import type { StepView } from '@groundwork/features/ladders/contract';

/** What a step can do, in the order in which it is offered. */
export const OFFERED_STEPS = [
  ...(['send', 'wait', 'invite', 'tag', 'hand', 'branch', 'stop'] as const),
] as const satisfies StepView['does'][];

/** The kind that an address names, if it is one. */
export function stepKindIn(asked: string | null): StepView['does'] | null {
  return OFFERED_STEPS.find((kind) => kind === asked) ?? null;
}

/** A branch in a branch in a branch nobody reads any more. */
const MOST_DEPTH = 2;

type Placed = Pick<StepView, 'id' | 'depth'>;

/** Whether a branch may stand at a place: on a side of another, or before a step. */
export function mayBranch(
  steps: Placed[],
  { branch, before }: { branch?: string | null; before?: string | null },
): boolean {
  const depthOf = (id: string) => steps.find((step) => step.id === id)?.depth ?? 0;
  if (before) return depthOf(before) < MOST_DEPTH;
  return !branch || depthOf(branch) + 1 < MOST_DEPTH;
}
