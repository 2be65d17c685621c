import { expect, test } from 'vitest';
import { dateFormat } from './dates.ts';
import { whenParts, zoneParts } from './moments.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const doorKnock = {
  startsAt: '2026-12-05T09:00:00Z',
  endsAt: '2026-12-05T11:00:00Z',
  timeZone: 'Europe/Madrid',
};

test('a time is said in its own zone, and the zone is named', () => {
  expect(whenParts('en', doorKnock, now)).toEqual({
    time: 'Sat 5 Dec, 10:00–12:00',
    zone: 'Madrid',
    short: 'CET',
  });
});

test.each([
  ['Europe/Madrid', '2026-07-01T09:00:00Z', 'Madrid', 'CEST'],
  ['America/New_York', '2026-12-05T09:00:00Z', 'New York', 'EST'],
  ['America/Argentina/Buenos_Aires', '2026-12-05T09:00:00Z', 'Buenos Aires', 'UTC-3'],
  ['Asia/Kolkata', '2026-12-05T09:00:00Z', 'Kolkata', 'UTC+5:30'],
  ['Europe/London', '2026-12-05T09:00:00Z', 'London', 'GMT'],
  ['UTC', '2026-12-05T09:00:00Z', 'UTC', 'UTC'],
])('%s at %s is %s (%s)', (timeZone, at, zone, short) => {
  expect(zoneParts('en', timeZone, at)).toEqual({ zone, short });
});

test('Arabic says the zone in Arabic and keeps Latin digits', () => {
  const { time, zone } = whenParts('ar', doorKnock, now);
  expect(zone).toMatch(/إسبانيا/);
  expect(time).toContain('10:00');
});

test('lists, pages and mails say one time alike', () => {
  for (const timeZone of ['Europe/London', 'America/New_York']) {
    const { time } = whenParts('en', { ...doorKnock, endsAt: doorKnock.startsAt, timeZone }, now);
    expect(dateFormat('en', timeZone, 'moment').format(new Date(doorKnock.startsAt))).toBe(time);
  }
});

test('another year is said', () => {
  const { time } = whenParts(
    'es',
    { ...doorKnock, startsAt: '2027-12-05T09:00:00Z', endsAt: '2027-12-05T11:00:00Z' },
    now,
  );
  expect(time).toContain('2027');
});

test('a night over midnight names both days', () => {
  const night = { ...doorKnock, startsAt: '2026-12-05T21:00:00Z', endsAt: '2026-12-06T02:00:00Z' };
  expect(whenParts('en', night, now).time).toMatch(/^Sat 5 Dec, 22:00\s–\sSun 6 Dec, 03:00$/);
});
