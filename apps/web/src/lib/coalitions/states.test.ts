import { expect, test } from 'vitest';
import { catalogs } from '@groundwork/words';
import { wordsFor } from '#lib/words/words.ts';
import { groupStateOf, doneBetween } from './states.ts';

const words = wordsFor('en', 'UTC', catalogs.en);
const names = { group: 'Eastside', coalition: 'Valley Housing' };

test('who waits for whom is told apart', () => {
  expect(groupStateOf({ state: 'proposed', askedBy: 'group' })).toBe('applied');
  expect(groupStateOf({ state: 'proposed', askedBy: 'coalition' })).toBe('invited');
  expect(groupStateOf({ state: 'suspended', askedBy: 'group' })).toBe('suspended');
});

test('each side says its own yes', () => {
  expect(doneBetween(words, { step: 'accepted', side: 'group' }, names)).toBe('Eastside said yes');
  expect(doneBetween(words, { step: 'accepted', side: 'coalition' }, names)).toBe('Valley Housing said yes');
  expect(doneBetween(words, { step: 'left', side: 'group' }, names)).toBe('Eastside left');
});
