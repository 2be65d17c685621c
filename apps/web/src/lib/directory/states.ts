import type { ListingAnswerRow } from '@groundwork/features/directory/answers/contract';

const TONES = {
  offered: 'warn',
  taken: 'good',
  fulfilled: 'good',
  declined: 'bad',
  withdrawn: undefined,
  ended: undefined,
} as const satisfies Record<ListingAnswerRow['state'], 'good' | 'warn' | 'bad' | undefined>;

/** The colour of how an answer stands. */
export function answerTone(state: ListingAnswerRow['state']) {
  return TONES[state];
}
