import { expect, test } from 'vitest';
import { direction, isLanguage, preferredLanguage } from './languages.ts';

test.each([
  ['es-MX,es;q=0.9,en;q=0.8', 'es'],
  ['en;q=0.5, ar;q=0.9', 'ar'],
  ['fr, de;q=0.9', 'en'],
  ['fr, *;q=0.1', 'en'],
  ['en;q=0, *', 'es'],
  ['en;q=0, es;q=0.1', 'es'],
  ['AR-eg', 'ar'],
  [undefined, 'en'],
  ['', 'en'],
  [';;;,q=,en;q=nonsense,es', 'es'],
])('a browser that says %s reads %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language);
});

test('only the languages a site offers are chosen, and its first is the fallback', () => {
  expect(preferredLanguage('en', ['es', 'ar'])).toBe('es');
  expect(preferredLanguage('en;q=0.9, ar;q=0.1', ['es', 'ar'])).toBe('ar');
});

test('Arabic runs from right to left', () => {
  expect(direction('ar')).toBe('rtl');
  expect(direction('es')).toBe('ltr');
});

test('a language is named by its exact code', () => {
  expect(isLanguage('es')).toBe(true);
  expect(isLanguage('es-MX')).toBe(false);
  expect(isLanguage('__proto__')).toBe(false);
});
