import type { LadderRow } from '@groundwork/features/ladders/contract';
import type { Words } from '#lib/words/words.ts';

type Standing = Pick<LadderRow, 'state' | 'isStopped'>;

/** How a ladder stands, in a word or two. */
export function ladderState({ t }: Pick<Words, 't'>, { state, isStopped }: Standing): string {
  return t(`ladders.state.${isStopped ? 'stopped' : state}`);
}

/** The colour of that. */
export function ladderTone({ state, isStopped }: Standing): 'good' | 'warn' | 'bad' | undefined {
  if (isStopped) return 'bad';
  return state === 'active' ? 'good' : state === 'closed' ? 'warn' : undefined;
}
