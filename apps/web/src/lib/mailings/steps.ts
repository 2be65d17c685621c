import type {
  CheckView,
  CompositionView,
  CompositionReach,
} from '@groundwork/features/compositions/contract';
import type { Words } from '#lib/words/words.ts';

/** The steps of writing to people, in the order in which their page has them. */
export const STEPS = ['whom', 'what', 'check', 'send'] as const;
export type StepName = (typeof STEPS)[number];

type Mailing = Pick<CompositionView, 'state' | 'lines' | 'texts' | 'progress'>;
type Known = {
  mailing: Mailing;
  reach: CompositionReach | null;
  checks: CheckView[] | null;
  /** How many languages the site is read in. */
  languageCount: number;
};

/** What was decided in each step, in few words. */
export function sayStep({ t }: Pick<Words, 't'>, name: StepName, known: Known): string {
  const { mailing, reach } = known;
  const texts = writtenTexts(mailing);
  switch (name) {
    case 'whom':
      if (!mailing.lines) return t('mailings.whom.nobody');
      return reach ? t('mailings.people', { count: reach.getCount }) : t('mailings.counting');
    case 'what':
      if (texts.length === 0) return t('mailings.what.nothing');
      return t('mailings.what.some', { written: writtenLanguages(mailing).length, all: known.languageCount });
    case 'check':
      return sayChecks({ t }, known.checks);
    case 'send':
      return saySending({ t }, mailing);
  }
}

/** The step that comes next; the last one once nothing is left to do before it. */
export function nextStep({ mailing, checks }: Pick<Known, 'mailing' | 'checks'>): StepName {
  if (mailing.state !== 'draft') return 'send';
  if (!mailing.lines) return 'whom';
  if (writtenTexts(mailing).length === 0) return 'what';
  return checks?.every(({ weight }) => weight === 'good') ? 'send' : 'check';
}

export function writtenTexts({ texts }: Pick<CompositionView, 'texts'>) {
  return texts.filter(({ subject, body }) => subject.trim() !== '' || body.trim() !== '');
}

/** In which languages it says something, in any of its variants. */
export function writtenLanguages(mailing: Pick<CompositionView, 'texts'>) {
  return [...new Set(writtenTexts(mailing).map(({ language }) => language))];
}

function sayChecks({ t }: Pick<Words, 't'>, checks: CheckView[] | null) {
  if (!checks) return t('mailings.counting');
  const countOf = (weight: CheckView['weight']) => checks.filter((check) => check.weight === weight).length;
  const [stops, looks] = [countOf('stop'), countOf('look')];
  if (stops > 0) return t('mailings.check.stops', { count: stops });
  return looks > 0 ? t('mailings.check.looks', { count: looks }) : t('mailings.check.fine');
}

function saySending({ t }: Pick<Words, 't'>, { state, progress }: Mailing) {
  if (state === 'draft') return t('mailings.send.not-yet');
  if (!progress || state === 'waiting') return t(`mailings.state.${state === 'stopped' ? state : 'sending'}`);
  return t('mailings.send.some', { sent: progress.sentCount, total: progress.totalCount });
}
