import { say } from '@groundwork/words';
import { within, type Context } from '../context.ts';
import { beginLadder } from './actions.ts';
import type { NewLadder } from './contract.ts';
import { findLadder, findLadderWriter, type LadderStep } from './queries.ts';
import { writeSteps, type StepDraft } from './writing.ts';
import { welcomeSteps } from './welcome.ts';

/** Begins a ladder: an empty one, the welcome ladder, or a copy of another with its letters. Answers its id. */
export async function newLadder(ctx: Context, slug: string, asked: NewLadder): Promise<string> {
  const { copyOf, template, name } = asked;
  const group = await findLadderWriter(ctx, slug);
  const original = copyOf ? await findLadder(ctx, { slug, id: copyOf }) : null;
  const isWelcome = template === 'welcome' && !original;
  const begun = {
    name:
      name ?? original?.name ?? say(group.language, isWelcome ? 'ladders.welcome.name' : 'ladders.new-name'),
    trigger: original?.trigger ?? ({ is: 'joined' } as const),
    purpose: original?.purpose ?? ('membership' as const),
  };
  const steps = original ? copiesOf(original.steps, null, null) : isWelcome ? welcomeSteps() : [];
  return ctx.change(async (tx) => {
    const id = await beginLadder(within(ctx, tx), slug, begun);
    const { purpose } = begun;
    await writeSteps(tx, ctx, { id, groupId: group.id, purpose }, { steps, branchId: null, side: null });
    return id;
  });
}

function copiesOf(steps: LadderStep[], branchId: string | null, side: 'yes' | 'no' | null): StepDraft[] {
  return steps
    .filter((step) => step.branchId === branchId && step.side === side)
    .map(({ id, does, compositionId }) => ({
      does,
      ...(compositionId !== null && { letter: { copyOf: compositionId } }),
      yes: copiesOf(steps, id, 'yes'),
      no: copiesOf(steps, id, 'no'),
    }));
}
