import { expect, test } from 'vitest';
import { instantOf, localOf } from '../site/local-times.ts';
import { readPeriod, reminderOf } from './when.ts';

const instant = (local: string, zone: string) => instantOf(local, zone)?.toISOString() ?? null;

test.each([
  ['2026-12-05T10:00', 'Europe/Madrid', '2026-12-05T09:00:00.000Z'],
  ['2026-07-05T10:00', 'Europe/Madrid', '2026-07-05T08:00:00.000Z'],
  ['2026-12-05T10:00', 'Asia/Kathmandu', '2026-12-05T04:15:00.000Z'],
  ['2026-12-05T00:30', 'Pacific/Kiritimati', '2026-12-04T10:30:00.000Z'],
  ['2026-12-05T23:30', 'Pacific/Niue', '2026-12-06T10:30:00.000Z'],
  ['2026-12-05T10:00', 'UTC', '2026-12-05T10:00:00.000Z'],
])('%s in %s is %s', (local, zone, expected) => {
  expect(instant(local, zone)).toBe(expected);
});

test.each([
  ['the hour that spring skips in Madrid', '2026-03-29T02:30', 'Europe/Madrid'],
  ['the hour that spring skips in New York', '2026-03-08T02:00', 'America/New_York'],
  ['the half hour that spring skips on Lord Howe', '2026-10-04T02:15', 'Australia/Lord_Howe'],
  ['midnight on a day that starts at one in Beirut', '2026-03-29T00:00', 'Asia/Beirut'],
  ['the 30th of February', '2026-02-30T10:00', 'Europe/Madrid'],
])('%s does not exist', (_, local, zone) => {
  expect(instant(local, zone)).toBeNull();
});

test('half past two, twice when clocks go back, means the earlier', () => {
  expect(instant('2026-10-25T02:30', 'Europe/Madrid')).toBe('2026-10-25T00:30:00.000Z');
  expect(instant('2026-11-01T01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
});

test('the first minute after the gap exists', () => {
  expect(instant('2026-03-29T03:00', 'Europe/Madrid')).toBe('2026-03-29T01:00:00.000Z');
});

test('every hour of a year survives the way there and back', () => {
  for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 3_600_000) {
    const local = localOf(new Date(at), 'America/St_Johns');
    const back = instantOf(local, 'America/St_Johns')?.getTime() ?? 0;
    expect([at, at - 3_600_000]).toContain(back);
  }
});

test('the reminder is at ten in the morning of the day before, also across a clock change', () => {
  const starts = instantOf('2026-03-29T18:00', 'Europe/Madrid') ?? new Date(0);
  expect(localOf(reminderOf(starts, 'Europe/Madrid'), 'Europe/Madrid')).toBe('2026-03-28T10:00');
  const autumn = instantOf('2026-10-26T00:30', 'Europe/Madrid') ?? new Date(0);
  expect(localOf(reminderOf(autumn, 'Europe/Madrid'), 'Europe/Madrid')).toBe('2026-10-25T10:00');
});

test.each([
  [{ starts: '2026-03-29T02:30' }, 'starts', 'events.no-such-time'],
  [{ ends: '2026-03-29T02:30' }, 'ends', 'events.no-such-time'],
  [{ ends: '2026-03-28T09:00' }, 'ends', 'events.ends-before-start'],
  [{ ends: '2026-04-28T09:00' }, 'ends', 'events.too-long'],
  [{ timeZone: 'Mars/Olympus' }, 'timeZone', 'events.no-such-zone'],
])('%o is refused beside %s', (change, name, code) => {
  const period = {
    starts: '2026-03-28T10:00',
    ends: '2026-03-28T12:00',
    timeZone: 'Europe/Madrid',
    ...change,
  };
  expect(() => readPeriod(period)).toThrow(
    expect.objectContaining({ fields: [expect.objectContaining({ name, code })] }),
  );
});
