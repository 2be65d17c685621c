import { expect, test } from 'vitest';
import { draftId, draftSlug, slugOf, slugsFor } from './slugs.ts';

test.each([
  ['Straßenfest', 'strassenfest'],
  ['Łódź, Ørsted & Ægir', 'lodz-orsted-aegir'],
  ['Casa del Pueblo', 'casa-del-pueblo'],
  ['¿Quién decide? ¡Nosotras!', 'quien-decide-nosotras'],
  ['لجنة السكن ٩', 'ljna-alskn-9'],
  ['Їжа для всіх', 'izha-dlya-vsikh'],
  ['Αλληλεγγύη', 'allileggyi'],
  ['1312', '1312'],
])('%s has an address that can be read', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

test.each(['集会', '集会 9', '!!!'])('%s leaves no word for an address', (title) => {
  expect(slugOf(title)).toBe('');
});

test('what leaves no word is called by its kind, with an ending', () => {
  expect(slugsFor('集会', { isPublic: true, noun: 'event' })).toEqual([
    expect.stringMatching(/^event-\w{10}$/),
  ]);
});

test('what is public is numbered when its name is taken', () => {
  const slugs = slugsFor('Rent', { isPublic: true, noun: 'group' });
  expect(slugs).toEqual([
    'rent',
    'rent-2',
    'rent-3',
    'rent-4',
    'rent-5',
    expect.stringMatching(/^rent-\w{10}$/),
  ]);
});

test('what is not public has no address that can be guessed', () => {
  expect(slugsFor('Rent', { isPublic: false, noun: 'group' })).toEqual([
    expect.stringMatching(/^rent-\w{10}$/),
  ]);
});

test('no title takes the address of a draft', () => {
  const draft = draftSlug('019f2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b');
  expect(draftId(draft)).toBe('019f2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b');
  expect(slugsFor(draft, { isPublic: true, noun: 'event' })).not.toContain(draft);
});
