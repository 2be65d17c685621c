import type { CompositionRow, CompositionView } from '@groundwork/features/compositions/contract';
import type { Words } from '#lib/words/words.ts';

type Stands = Pick<CompositionRow, 'state' | 'isTemplate' | 'dueAt' | 'startedAt' | 'endedAt'>;

/** How a mailing stands, in a word or two. */
export function sayState({ t, date }: Words, row: Stands): string {
  const { state, isTemplate, dueAt, startedAt, endedAt } = row;
  if (isTemplate) return t('mailings.state.template');
  if (state === 'waiting' && dueAt) return t('mailings.state.waiting', { at: date(dueAt, 'moment') });
  const sentAt = endedAt ?? startedAt;
  if (state === 'sent' && sentAt) return t('mailings.state.sent', { at: date(sentAt, 'briefDay') });
  return t(`mailings.state.${state === 'waiting' || state === 'sent' ? 'sending' : state}`);
}

/** How one stands for whoever reads its page: sent once its last mail is out, a moment before that is written down. */
export function stageOf({ state, progress }: Pick<CompositionView, 'state' | 'progress'>) {
  return state === 'sending' && progress?.isOver ? 'sent' : state;
}

const TONES = { waiting: 'warn', sending: 'warn', stopped: 'bad', sent: 'good' } as const;

export function mailingTone({ state }: Pick<Stands, 'state'>) {
  return state === 'draft' ? undefined : TONES[state];
}
