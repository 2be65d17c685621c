import { catalogs } from '@groundwork/words';
import { expect, test } from 'vitest';
import { wordsFor } from '#lib/words/words.ts';
import { byDay, dayOf, sayHours, sayWhen } from './when.ts';

const english = wordsFor('en', 'America/New_York', catalogs.en);
const doorKnock = {
  startsAt: '2026-12-05T09:00:00.000Z',
  endsAt: '2026-12-05T11:00:00.000Z',
  timeZone: 'Europe/Madrid',
};

test('a time is said where it happens, not where the reader is, and names the zone', () => {
  expect(sayWhen(english, doorKnock)).toMatch(/^Sat 5 Dec(?: 2026)?, 10:00–12:00, Madrid time \(CET\)$/);
  expect(sayHours(english, doorKnock)).toBe('10:00–12:00, Madrid time (CET)');
  expect(sayHours(wordsFor('es', 'UTC', catalogs.es), doorKnock)).toBe('10:00–12:00, hora de Madrid (CET)');
});

test('an event past midnight says both days', () => {
  expect(sayHours(english, { ...doorKnock, endsAt: '2026-12-06T01:00:00.000Z' })).toMatch(
    /Sat 5 Dec.*Sun 6 Dec/,
  );
});

test('a day is the day of the place', () => {
  expect(dayOf('2026-12-05T23:30:00Z', 'Europe/Madrid')).toBe('2026-12-06');
  expect(dayOf('2026-12-05T23:30:00Z', 'America/New_York')).toBe('2026-12-05');
});

test('a list is cut into days and keeps its order', () => {
  const later = { ...doorKnock, startsAt: '2026-12-05T17:00:00.000Z' };
  const next = { ...doorKnock, startsAt: '2026-12-06T09:00:00.000Z' };
  expect(byDay([doorKnock, later, next])).toEqual([
    { day: '2026-12-05', events: [doorKnock, later] },
    { day: '2026-12-06', events: [next] },
  ]);
});
