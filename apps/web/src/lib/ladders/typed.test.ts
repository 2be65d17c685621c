import type { StepView } from '@groundwork/features/ladders/contract';
import { expect, test } from 'vitest';
import { optionsWith } from './options.ts';
import { beginningTyped, placeTyped, stepTyped, valuesOfStep } from './typed.ts';

test('of what does not belong to how a ladder begins nothing is sent', () => {
  const typed = { begins: 'signed', name: 'Thanks', purpose: 'updates', campaign: '', days: '90' };
  expect(beginningTyped({ ...typed, takesEarlier: 'yes' })).toEqual({
    ...{ begins: 'signed', name: 'Thanks', purpose: 'updates', takesEarlier: true, campaign: null },
  });
});

test('a question is a deed with its thing, that they left, or a sentence', () => {
  const asked = (typed: Record<string, string>, line: string | null = null) =>
    stepTyped({ does: 'stop', ...typed }, line);
  expect(asked({ asked: 'came', cameThing: 'e1', signedThing: 'c1' })).toEqual({
    ...{ does: 'stop', asks: 'did', deed: 'came', thing: 'e1' },
  });
  expect(asked({ asked: 'joined', cameThing: 'e1' })).toEqual({
    ...{ does: 'stop', asks: 'did', deed: 'joined', thing: null },
  });
  expect(asked({ asked: 'left' })).toEqual({ does: 'stop', asks: 'left' });
  expect(asked({ days: '30' }, 'only:came:days=30')).toEqual({
    ...{ does: 'stop', asks: 'line', line: 'only:came:days=30' },
  });
});

test('what a step says comes back as its form holds it', () => {
  const question = { asks: 'line', deed: null, thing: null, about: null, isGone: false } as const;
  const line = {
    ...{ how: 'only' as const, about: null, isGone: false },
    who: { is: 'came' as const, times: 2 },
  };
  expect(valuesOfStep(stepOf({ does: 'wait', days: 4 }))).toEqual({ days: '4' });
  expect(valuesOfStep(stepOf({ does: 'branch', question: { ...question, line } }))).toEqual({
    ...{ times: '2', lineKind: 'came' },
  });
  const did = { ...question, asks: 'did' as const, deed: 'signed' as const, thing: 'c1', line: null };
  expect(valuesOfStep(stepOf({ does: 'branch', question: did }))).toEqual({
    ...{ asked: 'signed', signedThing: 'c1' },
  });
});

test('a new step stands where its address says', () => {
  const placeIn = (asked: string) => placeTyped(new URLSearchParams(asked));
  expect(placeIn('')).toEqual({});
  expect(placeIn('branch=b1&side=no')).toEqual({ branch: 'b1', side: 'no' });
  expect(placeIn('before=s1')).toEqual({ before: 's1' });
});

test('what is chosen now can be chosen, though it is older than those that are offered', () => {
  const options = [{ value: '1', label: 'New' }];
  expect(optionsWith(options, { thing: '2', about: 'Old' })).toEqual([
    ...options,
    { value: '2', label: 'Old' },
  ]);
  expect(optionsWith(options, { thing: '1', about: 'New' })).toEqual(options);
  expect(optionsWith(options, null)).toEqual(options);
});

function stepOf(said: Partial<StepView>): StepView {
  return {
    ...{ id: '1', branchId: null, side: null, depth: 0, does: 'wait', days: null, km: null, tag: null },
    ...{ to: null, note: null, question: null, letter: null, standingCount: 0, outcomes: [] },
    ...said,
  };
}
