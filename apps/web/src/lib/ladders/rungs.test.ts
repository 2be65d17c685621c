import type { StepView } from '@groundwork/features/ladders/contract';
import { expect, test } from 'vitest';
import { mayBranch } from './kinds.ts';
import { countRung, drawRungs, faultsAt, type DrawnRung } from './rungs.ts';

const steps = [
  stepOf('hello', { does: 'send' }),
  stepOf('fork', { does: 'branch' }),
  stepOf('thanks', { does: 'send', branchId: 'fork', side: 'yes', depth: 1 }),
  stepOf('wait', { branchId: 'fork', side: 'no', depth: 1 }),
  stepOf('again', { does: 'branch', branchId: 'fork', side: 'no', depth: 1 }),
  stepOf('last'),
];

test('the steps on the sides of a branch are drawn inside it, under their numbers', () => {
  expect(drawRungs(steps).map(shapeOf)).toEqual(['1 hello', '2 fork', '6 last']);
  const fork = drawRungs(steps)[1];
  expect(fork?.yes.map(shapeOf)).toEqual(['3 thanks']);
  expect(fork?.no.map(shapeOf)).toEqual(['4 wait', '5 again']);
});

test('a step knows whether it is the first or the last of those beside it', () => {
  const drawn = drawRungs(steps);
  const ends = ({ isFirst, isLast }: DrawnRung) => [isFirst, isLast];
  expect(drawn.map(ends)).toEqual([
    [true, false],
    [false, false],
    [false, true],
  ]);
  expect(drawn[1]?.yes.map(ends)).toEqual([[true, true]]);
});

test('who went on, who went on without it and who left are told apart', () => {
  const outcomes: StepView['outcomes'] = [
    { outcome: 'done', count: 7 },
    { outcome: 'no', count: 2 },
    { outcome: 'had-enough', count: 1 },
    { outcome: 'stopped', count: 3 },
  ];
  expect(countRung({ outcomes })).toEqual({
    doneCount: 7,
    noCount: 2,
    undone: [{ outcome: 'had-enough', count: 1 }],
    left: [{ outcome: 'stopped', count: 3 }],
  });
});

test('what is wrong stands at its step, or at the ladder as a whole', () => {
  const faults = [
    { code: 'no-deed', weight: 'stop', stepId: null },
    { code: 'wait-last', weight: 'look', stepId: 'last' },
  ] as const;
  expect(faultsAt([...faults], null).map(({ code }) => code)).toEqual(['no-deed']);
  expect(faultsAt([...faults], 'last').map(({ code }) => code)).toEqual(['wait-last']);
});

test('a branch stands in one other at most', () => {
  expect(mayBranch(steps, {})).toBe(true);
  expect(mayBranch(steps, { branch: 'fork' })).toBe(true);
  expect(mayBranch(steps, { branch: 'again' })).toBe(false);
  expect(mayBranch(steps, { before: 'wait' })).toBe(true);
});

function shapeOf({ number, step }: DrawnRung) {
  return `${number} ${step.id}`;
}

function stepOf(id: string, said: Partial<StepView> = {}): StepView {
  return {
    ...{ id, branchId: null, side: null, depth: 0, does: 'wait', days: 3, km: null, tag: null, to: null },
    ...{ note: null, question: null, letter: null, standingCount: 0, outcomes: [] },
    ...said,
  };
}
