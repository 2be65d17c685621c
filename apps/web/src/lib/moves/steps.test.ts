import { expect, test } from 'vitest';
import { stepsUntil } from './steps.ts';

const daysOf = (silentOn: string | null, today: string) => stepsUntil(silentOn, today).map(({ on }) => on);

test('each step has its day before the last', () => {
  expect(daysOf('2027-03-15', '2027-01-01')).toEqual([
    '2027-02-01',
    '2027-03-01',
    '2027-03-12',
    '2027-03-15',
  ]);
});

test('what is due or late is to be done without delay', () => {
  expect(daysOf('2027-03-15', '2027-03-01')).toEqual([null, null, '2027-03-12', '2027-03-15']);
});

test('without a last day no step has one', () => {
  expect(daysOf(null, '2027-03-01')).toEqual([null, null, null, null]);
});
