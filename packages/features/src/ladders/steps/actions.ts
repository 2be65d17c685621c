import type { Transaction } from '@groundwork/database';
import { say } from '@groundwork/words';
import { eq, inArray, sql } from 'drizzle-orm';
import { compositions } from '../../compositions/tables.ts';
import type { Context } from '../../context.ts';
import { Conflict, Invalid, NotFound } from '../../errors.ts';
import { note } from '../../journal.ts';
import { rungs } from '../../people/climbing/tables.ts';
import { changeLadder } from '../changing.ts';
import type { NewStep, StepInput, StepPlaceInput } from '../contract.ts';
import { rungsOf } from '../paths.ts';
import type { LadderPlace, LadderStep, SeenLadder } from '../queries.ts';
import { MOST_DEPTH, MOST_STEPS, type Step } from '../step.ts';
import { ladderSteps } from '../tables.ts';
import { readStep } from './reading.ts';
import { writeStep, type StepSide } from '../writing.ts';

type StepOf = { stepId: string };

/** Adds a step, at the end of the ladder or of one side of a branch, or before another. Answers its id, and its letter's. */
export async function addStep(ctx: Context, place: LadderPlace, asked: NewStep) {
  return changeLadder(ctx, place, 'write', async (tx, ladder) => {
    const does = await readStep(tx, ladder.group, asked);
    if (ladder.steps.length >= MOST_STEPS) throw new Conflict('ladders.too-many-steps', { most: MOST_STEPS });
    const { side, index } = sideFor(ladder, asked);
    refuseDepth(ladder, does, side);
    const list = listOf(ladder, side);
    await renumber(tx, list.slice(0, index), 0);
    await renumber(tx, list.slice(index), index + 1);
    const letter = does.is === 'invite' ? [inviting(ladder.group.language)] : [];
    const made = await writeStep(tx, ctx, ladder, { ...side, does, position: index, letter });
    note(tx, ctx, 'ladders.step-added', ladder, { does: does.is });
    return made;
  });
}

/** Changes what a step says; it stays the kind that it is, as what hangs on it would have no place any more. */
export async function changeStep(
  ctx: Context,
  { stepId, ...place }: LadderPlace & StepOf,
  asked: StepInput,
): Promise<void> {
  await changeLadder(ctx, place, 'write', async (tx, ladder) => {
    const step = stepIn(ladder, stepId);
    if (step.does.is !== asked.does) throw new Invalid([{ name: 'does', code: 'ladders.step-kind' }]);
    const does = await readStep(tx, ladder.group, asked);
    await tx.update(ladderSteps).set({ does }).where(eq(ladderSteps.id, stepId));
    note(tx, ctx, 'ladders.step-changed', ladder);
  });
}

/** Moves a step up or down, among those on its side of its branch. */
export async function moveStep(
  ctx: Context,
  { stepId, ...place }: LadderPlace & StepOf,
  { to }: StepPlaceInput,
): Promise<void> {
  await changeLadder(ctx, place, 'write', async (tx, ladder) => {
    const list = listOf(ladder, stepIn(ladder, stepId));
    const from = list.findIndex(({ id }) => id === stepId);
    const [step] = list.splice(from, 1);
    if (!step) return;
    list.splice(Math.max(0, from + (to === 'up' ? -1 : 1)), 0, step);
    await renumber(tx, list, 0);
    note(tx, ctx, 'ladders.step-moved', ladder);
  });
}

/** Removes a step with its letter; a branch with all that is in it. */
export async function removeStep(ctx: Context, { stepId, ...place }: LadderPlace & StepOf): Promise<void> {
  await changeLadder(ctx, place, 'write', async (tx, ladder) => {
    const gone = withinStep(ladder.steps, stepIn(ladder, stepId));
    const letterIds = gone.flatMap(({ compositionId }) => compositionId ?? []);
    const ids = gone.map(({ id }) => id);
    await tx.delete(rungs).where(inArray(rungs.id, ids));
    await tx.delete(compositions).where(inArray(compositions.id, letterIds));
    note(tx, ctx, 'ladders.step-removed', ladder);
  });
}

function stepIn({ steps }: SeenLadder, stepId: string): LadderStep {
  const step = steps.find(({ id }) => id === stepId);
  if (!step) throw new NotFound('step');
  return step;
}

/** The steps of one side of a branch, in their order. */
function listOf({ steps }: SeenLadder, { branchId, side }: StepSide): LadderStep[] {
  return steps.filter((step) => step.branchId === branchId && step.side === side);
}

function sideFor(ladder: SeenLadder, { branch, side, before }: NewStep): { side: StepSide; index: number } {
  if (before) {
    const next = stepIn(ladder, before);
    const list = listOf(ladder, next);
    return { side: { branchId: next.branchId, side: next.side }, index: list.indexOf(next) };
  }
  if (!branch) return { side: NO_BRANCH, index: listOf(ladder, NO_BRANCH).length };
  if (stepIn(ladder, branch).does.is !== 'branch') throw new NotFound('step');
  const found = { branchId: branch, side: side ?? 'yes' };
  return { side: found, index: listOf(ladder, found).length };
}

const NO_BRANCH: StepSide = { branchId: null, side: null };

function refuseDepth({ steps }: SeenLadder, does: Step, { branchId }: StepSide): void {
  if (does.is !== 'branch' || branchId === null) return;
  const depth = rungsOf(steps).find(({ step }) => step.id === branchId)?.depth ?? 0;
  if (depth + 1 >= MOST_DEPTH) throw new Conflict('ladders.too-deep');
}

/** A step, and all that is in it if it is a branch. */
function withinStep(steps: LadderStep[], step: LadderStep): LadderStep[] {
  const inside = steps.filter(({ branchId }) => branchId === step.id);
  return [step, ...inside.flatMap((one) => withinStep(steps, one))];
}

async function renumber(tx: Transaction, list: LadderStep[], from: number): Promise<void> {
  if (list.length === 0) return;
  const ids = sql.param(list.map(({ id }) => id));
  await tx.execute(sql`update ${ladderSteps} set position = ${from}::int + placed.n - 1
    from unnest(${ids}::uuid[]) with ordinality as placed(id, n) where ${ladderSteps.id} = placed.id`);
}

/** What an invitation begins with: it shows each reader the event that is nearest to them. */
function inviting(language: 'en' | 'es' | 'ar') {
  const preheader = '';
  return {
    ...{ language, preheader, subject: say(language, 'ladders.invite.subject') },
    body: say(language, 'ladders.invite.body'),
  };
}
