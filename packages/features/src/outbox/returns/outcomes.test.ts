import { expect, test } from 'vitest';
import { newPace, paceAfter, PROVIDER } from '../../paces/pace.ts';
import { heardInReturns } from './actions.ts';

const many = (kind: 'later' | 'refused' | 'delayed' | 'complaint' | 'gone', code: string | null) =>
  Array.from({ length: 60 }, () => ({ kind, code, domain: 'gmail.com' }));

test.each([
  ['later', '5.2.2'],
  ['later', '4.2.2'],
  ['gone', '5.1.1'],
  ['complaint', null],
] as const)('that many were %s (%s) is not about how fast a provider takes mail', (kind, code) => {
  expect(heardInReturns(many(kind, code))).toEqual(new Map());
});

test.each([
  ['delayed', '4.7.28'],
  ['refused', '5.7.1'],
  ['later', '4.4.7'],
] as const)('many that were %s (%s) make a provider slower, and by themselves stop nothing', (kind, code) => {
  const heard = heardInReturns(many(kind, code)).get('gmail.com');
  expect(heard).toMatchObject({ putOffCount: 60, code });
  if (!heard) throw new Error('nothing was heard');
  const pace = paceAfter(newPace(PROVIDER, 0), heard, { at: 10, temper: PROVIDER });
  expect(pace).toMatchObject({ perSecond: 5, stopCount: 0 });
});
