import { newId, type Transaction } from '@groundwork/database';
import { copyTexts } from '../compositions/actions.ts';
import { compositions, compositionTexts } from '../compositions/tables.ts';
import type { Actor } from '../journal.ts';
import { actorIdOf } from '../journal.ts';
import { rungs } from '../people/climbing/tables.ts';
import type { Step } from './step.ts';
import { ladderSteps } from './tables.ts';

type LetterText = Pick<typeof compositionTexts.$inferInsert, 'language' | 'subject' | 'preheader' | 'body'>;
type OfLadder = { id: string; groupId: string; purpose: 'updates' | 'membership' };
/** On which side of which branch; null: in none. */
export type StepSide = { branchId: string | null; side: 'yes' | 'no' | null };

/** A step that is to be written, with those on its sides, and what its letter says: texts, or those of another. */
export type StepDraft = {
  does: Step;
  letter?: LetterText[] | { copyOf: string };
  yes?: StepDraft[];
  no?: StepDraft[];
};

/** Writes steps below each other, with all that is in them. */
export async function writeSteps(
  tx: Transaction,
  actor: Actor,
  ladder: OfLadder,
  { steps, branchId, side }: StepSide & { steps: StepDraft[] },
): Promise<void> {
  for (const [position, { yes = [], no = [], ...step }] of steps.entries()) {
    const { id } = await writeStep(tx, actor, ladder, { ...step, branchId, side, position });
    await writeSteps(tx, actor, ladder, { steps: yes, branchId: id, side: 'yes' });
    await writeSteps(tx, actor, ladder, { steps: no, branchId: id, side: 'no' });
  }
}

type PlacedDraft = StepSide & Pick<StepDraft, 'does' | 'letter'> & { position: number };

/** Writes one step, with a letter of its own if it sends one. Answers its id, and that of the letter. */
export async function writeStep(
  tx: Transaction,
  actor: Actor,
  { id: ladderId, groupId, purpose }: OfLadder,
  { letter = [], ...placed }: PlacedDraft,
): Promise<{ id: string; letterId: string | null }> {
  const id = newId();
  const letterId = placed.does.is === 'send' || placed.does.is === 'invite' ? newId() : null;
  await tx.insert(rungs).values({ id, groupId });
  if (letterId !== null) {
    await tx
      .insert(compositions)
      .values({ id: letterId, groupId, ladderId, purpose, createdBy: actorIdOf(actor) });
    if ('copyOf' in letter) await copyTexts(tx, letter.copyOf, letterId);
    else if (letter.length > 0)
      await tx.insert(compositionTexts).values(letter.map((text) => ({ ...text, compositionId: letterId })));
  }
  await tx.insert(ladderSteps).values({ id, groupId, ladderId, ...placed, compositionId: letterId });
  return { id, letterId };
}
