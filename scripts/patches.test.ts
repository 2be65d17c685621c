import { expect, test } from 'vitest';
import { listPatches } from './patches.mjs';

const patches = {
  'a.ts': { mends: 'one', upstream: 'https://a.test/1', lookAgain: '2027-01-02' },
  'b.ts': { mends: 'another', upstream: 'https://b.test/2', lookAgain: '2027-02-01' },
};

test('a patch is named from its day on, and keeps nothing from passing', () => {
  expect(listPatches(patches, new Date('2027-01-01T23:59:59Z'))).toEqual([
    '2 patches of what is not ours, 0 to be looked at again.',
  ]);
  expect(listPatches(patches, new Date('2027-01-02T00:00:00Z'))).toEqual([
    'Look again, since 2027-01-02: packages/patches/src/a.ts mends one. https://a.test/1',
    '2 patches of what is not ours, 1 to be looked at again.',
  ]);
});
