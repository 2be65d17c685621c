import { catalogs } from '@groundwork/words';
import { expect, test } from 'vitest';
import { wordsFor } from './words.ts';

const english = wordsFor('en', 'America/New_York', catalogs.en);
const arabic = wordsFor('ar', 'UTC', catalogs.ar);

test('a moment is told in the zone asked for, else in the reader’s', () => {
  expect(english.date('2026-12-05T15:00:00Z', 'time')).toMatch(/^10:00\sAM$/);
  expect(english.date('2026-12-05T15:00:00Z', 'time', 'Europe/Madrid')).toBe('16:00');
});

test('one clock, and one order of day and month, per language and region', () => {
  const start = '2026-11-28T22:00:00Z';
  expect(english.date(start, 'moment')).toMatch(/^Sat, Nov 28, 5:00\sPM$/);
  expect(english.date(start, 'moment', 'Europe/London')).toBe('Sat 28 Nov, 22:00');
  expect(wordsFor('en', 'Europe/Madrid', catalogs.en).date('2026-12-05')).toBe('5 December 2026');
});

test('a day is the same day everywhere', () => {
  expect(english.date('2026-12-05', 'day')).toBe('December 5, 2026');
  expect(wordsFor('es', 'America/New_York', catalogs.es).date('2026-12-05')).toBe('5 de diciembre de 2026');
});

test('Arabic pages keep Latin digits', () => {
  expect(arabic.number(3412)).toBe('3,412');
  expect(arabic.date('2026-12-05')).toContain('2026');
});

test('time is told from now', () => {
  const now = Date.parse('2026-12-05T12:00:00Z');
  expect(english.relative('2026-12-08T12:00:00Z', now)).toBe('in 3 days');
  expect(english.relative('2026-12-04T12:00:00Z', now)).toBe('yesterday');
  expect(english.relative('2026-12-05T11:59:50Z', now)).toBe('this minute');
});

test('a zone is named, and an unknown one does no harm', () => {
  expect(english.zoneName('America/New_York', '2026-12-05T12:00:00Z')).toBe('Eastern Standard Time');
  expect(english.date('2026-12-05T12:00:00Z', 'time', 'Mars/Olympus')).toBe('12:00');
});

test('a text in another language than the page says so; one in its own, or in none that is known, does not', () => {
  expect([arabic.langOf('en'), arabic.langOf('ar'), arabic.langOf(null)]).toEqual([
    'en',
    undefined,
    undefined,
  ]);
  expect(english.langOf('en')).toBeUndefined();
});

test('the same reader gets the same words', () => {
  expect(wordsFor('ar', 'UTC', catalogs.ar)).toBe(arabic);
});
