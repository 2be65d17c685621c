import type { StepView, TriggerView } from '@groundwork/features/ladders/contract';
import { catalogs } from '@groundwork/words';
import { expect, test } from 'vitest';
import { wordsFor } from '#lib/words/words.ts';
import { outcomesSentence, stepSentence, triggerSentence } from './sentences.ts';

const words = wordsFor('en', 'UTC', catalogs.en);

test('what begins a ladder names its campaign or event, or any, or that it is gone', () => {
  const sentences = [
    triggerOf({ is: 'joined' }),
    triggerOf({ is: 'signed' }),
    triggerOf({ is: 'signed', about: 'Keep the 14' }),
    triggerOf({ is: 'came', isGone: true }),
    triggerOf({ is: 'silent', days: 90 }),
  ].map((trigger) => triggerSentence(words, trigger));
  expect(sentences).toEqual([
    'Begins when somebody joins the group',
    'Begins when somebody signs any campaign',
    'Begins when somebody signs Keep the 14',
    'Begins when somebody comes to something that is gone',
    'Begins when nothing was heard of somebody for 90 days',
  ]);
});

test('a step is said as a sentence', () => {
  const letter = { id: '1', subject: 'Hello', languages: ['en' as const], isStopped: false };
  const sentences = [
    stepOf({ does: 'wait', days: 1 }),
    stepOf({ does: 'send', letter }),
    stepOf({ does: 'send', letter: { ...letter, subject: null } }),
    stepOf({ does: 'invite', km: 50 }),
    stepOf({ does: 'tag', tag: 'greeted' }),
    stepOf({ does: 'hand', to: { id: '1', name: 'Ana' } }),
    stepOf({ does: 'hand', to: { id: '1', name: null } }),
  ].map((step) => stepSentence(words, step));
  expect(sentences).toEqual([
    'Waits 1 day',
    'Letter: Hello',
    'Letter, not written yet',
    'Invites to the nearest event within 50 km',
    'Tags as “greeted”',
    'Hands to Ana',
    'Hands to somebody who no longer sees your people',
  ]);
});

test('a question is said of whom it is true', () => {
  const line = {
    ...{ how: 'only' as const, about: null, isGone: false },
    who: { is: 'came' as const, times: 2 },
  };
  const nothing = { deed: null, thing: null, about: null, isGone: false, line: null };
  const sentences = [
    stepOf({ does: 'stop', question: { ...nothing, asks: 'left' } }),
    stepOf({ does: 'branch', question: { ...nothing, asks: 'did', deed: 'came' } }),
    stepOf({ does: 'branch', question: { ...nothing, asks: 'line', line } }),
  ].map((step) => stepSentence(words, step));
  expect(sentences).toEqual([
    'Leaves the ladder from here on: those who are no members',
    'Branch: those who came to any event since they began',
    'Branch: those who came at least twice to any event',
  ]);
});

test('why a letter did not go is said as mailings say it', () => {
  expect(
    outcomesSentence(words, [
      { outcome: 'no-email', count: 2000 },
      { outcome: 'no-event', count: 1 },
    ]),
  ).toBe('2,000 have no email address · 1 had no event to come');
  expect(outcomesSentence(words, [])).toBe('');
});

function triggerOf(said: Partial<TriggerView>): TriggerView {
  return { is: 'joined', days: null, thing: null, about: null, isGone: false, ...said };
}

function stepOf(said: Partial<StepView>): StepView {
  return {
    ...{ id: '1', branchId: null, side: null, depth: 0, does: 'wait', days: null, km: null, tag: null },
    ...{ to: null, note: null, question: null, letter: null, standingCount: 0, outcomes: [] },
    ...said,
  };
}
