import { expect, test } from 'vitest';
import { manifestOf } from './manifest.ts';

test('a phone is told the name, the language and its direction, where to begin, and icons for every form', () => {
  const told = manifestOf({ name: 'Valley Coalition', language: 'ar', direction: 'rtl' });
  expect(told).toMatchObject({ name: 'Valley Coalition', lang: 'ar', dir: 'rtl', start_url: '/home' });
  expect(told.icons.map(({ src, sizes, purpose }) => [src, sizes, purpose])).toEqual([
    ['/api/v1/site/icons/192.png', '192x192', 'any'],
    ['/api/v1/site/icons/512.png', '512x512', 'any'],
    ['/api/v1/site/icons/mask.png', '512x512', 'maskable'],
  ]);
});

test.for([
  ['Valley Coalition', 'Valley'],
  ['Our Valley Coalition', 'Our Valley'],
  ['Nachbarschaftshilfe', 'Nachbarschaftshilfe'],
])('below its icon %s is %s', ([name, short]) => {
  expect(manifestOf({ name: name ?? '', language: 'en', direction: 'ltr' }).short_name).toBe(short);
});
