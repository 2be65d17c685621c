import { expect, test } from 'vitest';
import { draftId, draftSlug } from '../slugs.ts';
import { slugOf, slugsFor } from './new-slugs.ts';

test.each([
  ['Straßenfest', 'strassenfest'],
  ['Łódź, Ørsted & Ægir', 'lodz-orsted-aegir'],
  ['Casa del Pueblo', 'casa-del-pueblo'],
  ['¿Quién decide? ¡Nosotras!', 'quien-decide-nosotras'],
  ['لجنة السكن ٩', 'ljna-alskn-9'],
  ['مسيرة', 'msyra'],
  ['Їжа для всіх', 'izha-dlya-vsikh'],
  ['Митинг', 'miting'],
  ['Αλληλεγγύη', 'allileggyi'],
  ['集会', 'ji-hui'],
  ['集会 9', 'ji-hui-9'],
  ['東京デモ', 'dong-jing-demo'],
  ['파업 지지', 'paeob-jiji'],
  ['किराया १२', 'kiraya-12'],
  ['ıssız ev', 'issiz-ev'],
])('%s has an address that can be read', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

test.each([
  ['1312', 'group-1312'],
  ['٩', 'group-9'],
  ['!!!', 'group'],
  [`${'1. '.repeat(50)}rent`, `group${'-1'.repeat(19)}`],
])('%s leaves no letter, and is called by its kind', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

test('a public slug is numbered when its name is taken', () => {
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

test('a slug of something that is not public cannot be guessed', () => {
  expect(slugsFor('Rent', { isPublic: false, noun: 'group' })).toEqual([
    expect.stringMatching(/^rent-\w{10}$/),
  ]);
});

test('no title takes the address of a draft', () => {
  const draft = draftSlug('019f2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b');
  expect(draftId(draft)).toBe('019f2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b');
  expect(slugsFor(draft, { isPublic: true, noun: 'event' })).not.toContain(draft);
});
