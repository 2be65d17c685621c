import type { BelongingStep, Proposal } from '@groundwork/features/coalitions/belonging/contract';
import type { Words } from '#lib/words/words.ts';

/** How a group stands to a coalition, as the coalition's side says it. */
export type GroupState = 'applied' | 'invited' | 'accepted' | 'suspended' | 'left';
type Tone = 'good' | 'warn' | 'bad' | undefined;

/** How a group stands that is at the door. */
export function groupStateOf({ state, askedBy }: Pick<Proposal, 'state' | 'askedBy'>): GroupState {
  if (state !== 'proposed') return state;
  return askedBy === 'group' ? 'applied' : 'invited';
}

/** The colour of that. */
export function standingTone(state: GroupState): Tone {
  return TONES[state];
}

const TONES: Record<GroupState, Tone> = {
  applied: 'warn',
  invited: undefined,
  accepted: 'good',
  suspended: 'bad',
  left: undefined,
};

/** What was done between the two, as a sentence. */
export function doneBetween(
  { t }: Pick<Words, 't'>,
  { step, side }: Pick<BelongingStep, 'step' | 'side'>,
  names: { group: string; coalition: string },
): string {
  if (step === 'accepted' || step === 'declined' || step === 'withdrawn')
    return t(`coalitions.step.${step}.${side}`, names);
  return t(`coalitions.step.${step}`, names);
}
