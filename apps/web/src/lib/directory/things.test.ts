import { expect, test } from 'vitest';
import { listingDays } from './days.ts';
import { doneInDirectory } from './done.ts';
import { sideAsked, thingAsked, things } from './things.ts';

test('an address asks for a side and a kind of thing that there is, or for none', () => {
  expect(things.map(thingAsked)).toEqual(things);
  expect([thingAsked('money'), thingAsked(null), sideAsked('need'), sideAsked('both')]).toEqual([
    ...[null, null, 'need', null],
  ]);
});

test('a listing stands from today to a year ahead, two months as a rule', () => {
  expect(listingDays(new Date('2031-12-15T09:00:00Z'))).toEqual({
    ...{ least: '2031-12-15', usual: '2032-02-13', most: '2032-12-14' },
  });
});

test('what was done is said, and nothing for what is none of it', () => {
  expect(doneInDirectory('taken')).toBe('directory.done.taken');
  for (const other of [null, 'toString', 'x']) expect(doneInDirectory(other)).toBeNull();
});
