import type { CheckView } from '@groundwork/features/compositions/contract';
import { catalogs } from '@groundwork/words';
import { expect, test } from 'vitest';
import { wordsFor } from '#lib/words/words.ts';
import { stageOf } from './states.ts';
import { nextStep, sayStep } from './steps.ts';

const words = wordsFor('en', 'UTC', catalogs.en);
const text = {
  variant: 'a',
  language: 'en',
  subject: 'Come',
  preheader: '',
  body: '',
  version: 1,
  changedAt: '',
} as const;
const reach = { fitCount: 3, getCount: 2, languages: [], leftOut: [] };

test('the next step is the first that something is left to do in', () => {
  const steps = [
    nextStep({ mailing: mailingOf({ lines: null }), checks: [] }),
    nextStep({ mailing: mailingOf({ texts: [] }), checks: [] }),
    nextStep({ mailing: mailingOf(), checks: [checkOf('look')] }),
    nextStep({ mailing: mailingOf(), checks: null }),
    nextStep({ mailing: mailingOf(), checks: [checkOf('good')] }),
  ];
  expect(steps).toEqual(['whom', 'what', 'check', 'check', 'send']);
});

test('a step says what was decided in it, and what is not known yet', () => {
  const known = { mailing: mailingOf(), reach, checks: [checkOf('stop'), checkOf('look')], languageCount: 3 };
  expect(sayStep(words, 'whom', known)).toBe('2 people');
  expect(sayStep(words, 'whom', { ...known, reach: null })).toBe('being counted');
  expect(sayStep(words, 'what', known)).toBe('1 of 3 languages');
  expect(sayStep(words, 'check', known)).toBe('1 in the way');
  expect(sayStep(words, 'send', known)).toBe('not yet');
});

test('a mailing whose last mail is out was sent', () => {
  const progress = {
    sentCount: 2,
    totalCount: 2,
    keptCount: 0,
    cameBackCount: 0,
    complaintCount: 0,
    isStopped: false,
    can: NOTHING,
  };
  expect(stageOf({ state: 'sending', progress: { ...progress, isOver: true } })).toBe('sent');
  expect(stageOf({ state: 'sending', progress: { ...progress, isOver: false } })).toBe('sending');
  expect(stageOf({ state: 'draft', progress: null })).toBe('draft');
});

const NOTHING = { stop: false, resume: false };

type Mailing = Parameters<typeof nextStep>[0]['mailing'];
function mailingOf(change: Partial<Mailing> = {}): Mailing {
  return { state: 'draft', lines: [], texts: [text], progress: null, ...change };
}

function checkOf(weight: CheckView['weight']): CheckView {
  return { code: 'complete', weight, params: {}, language: null, variant: null };
}
