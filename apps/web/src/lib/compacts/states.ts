import type { UseRow } from '@groundwork/features/compacts/uses/contract';
import type { Words } from '#lib/words/words.ts';

type Tone = 'good' | 'warn' | 'bad' | undefined;

const TONES: Record<UseRow['state'], Tone> = {
  asked: 'warn',
  agreed: 'good',
  sending: 'good',
  sent: 'good',
  counted: 'good',
  stopped: 'bad',
  declined: undefined,
  withdrawn: undefined,
  lapsed: undefined,
  refused: 'bad',
};

/** The colour of how a use stands. */
export function useTone({ state }: Pick<UseRow, 'state'>): Tone {
  return TONES[state];
}

/** A figure of the ledger: what was counted, as far as the viewer's group hears it. */
export function figureSaid(
  { t, number }: Pick<Words, 't' | 'number'>,
  { isCounted, count }: UseRow['got'],
  isExact: boolean,
): string {
  if (!isCounted) return t('compacts.figure.none');
  if (count === null) return t('compacts.figure.few');
  return isExact ? number(count) : t('coalitions.about', { count });
}

/** How many people the two have in common, where that was counted. */
export function overlapSaid({ t }: Pick<Words, 't'>, { state, inCommon }: UseRow): string {
  if (state !== 'counted') return '–';
  return inCommon === null ? t('compacts.overlap.few') : t('coalitions.about', { count: inCommon });
}
