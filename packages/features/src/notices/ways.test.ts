import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localOf } from '../site/local-times.ts';
import { DEFAULT_CHOICES, type NoticeChoices } from './choices.ts';
import { nextDigest, wayOf } from './ways.ts';

const ZONES = [
  'UTC',
  'America/New_York',
  'Europe/Madrid',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'Nowhere/At_All',
];
const HOUR = 3_600_000;
const someHour = fc.integer({ min: 0, max: 23 });
const someWay = fc.constantFrom('now' as const, 'digest' as const, 'app' as const);
const someChoices: fc.Arbitrary<NoticeChoices> = fc
  .record({
    ...{ mine: someWay, decide: someWay, groups: someWay },
    rhythm: fc.constantFrom('hourly' as const, 'daily' as const, 'weekly' as const),
    ...{ hour: someHour, weekday: fc.integer({ min: 0, max: 6 }) },
    ...{ quietFrom: someHour, quietLength: fc.integer({ min: 1, max: 23 }) },
  })
  .map(({ quietLength, ...choices }) => ({
    ...choices,
    ...{ quietUntil: (choices.quietFrom + quietLength) % 24, silentUntil: null },
  }));
const someAsked = fc.record({
  level: fc.constantFrom('must' as const, 'mine' as const, 'decide' as const, 'groups' as const),
  loudness: fc.constantFrom('quiet' as const, 'important' as const, 'all' as const),
  choices: someChoices,
  now: fc.date({ min: new Date('2020-01-01'), max: new Date('2031-01-01'), noInvalidDate: true }),
  timeZone: fc.constantFrom(...ZONES),
});

test('what must reach somebody goes at once, whatever they chose', () => {
  fc.assert(
    fc.property(someAsked, (asked) => {
      expect(wayOf({ ...asked, level: 'must' })).toEqual({ mail: 'now' });
    }),
  );
});

test('a quiet group sends nothing, and one that is important nothing that is only its own', () => {
  fc.assert(
    fc.property(someAsked, (asked) => {
      if (asked.level === 'must') return;
      expect(wayOf({ ...asked, loudness: 'quiet' })).toEqual({ mail: 'never' });
      expect(wayOf({ ...asked, loudness: 'important', level: 'groups' })).toEqual({ mail: 'never' });
    }),
  );
});

test('what goes later is neither lost nor in the quiet hours, in every zone and over every jump of its clocks', () => {
  fc.assert(
    fc.property(someAsked, (asked) => {
      const way = wayOf(asked);
      if (way.mail !== 'later') return;
      const { choices, now, timeZone } = asked;
      expect(way.at > now).toBe(true);
      expect(way.at.getTime() - now.getTime()).toBeLessThanOrEqual((8 * 24 + 26) * HOUR);
      const zone = timeZone.startsWith('Nowhere') ? 'UTC' : timeZone;
      const hour = Number(localOf(way.at, zone).slice(11, 13));
      expect(isWithin(hour, choices)).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test('a digest goes out at its hour where its reader is', () => {
  const now = new Date('2026-12-01T15:30:00Z');
  const at = (choices: Partial<NoticeChoices>, zone: string) =>
    localOf(nextDigest({ ...DEFAULT_CHOICES, ...choices }, zone, now), zone);
  expect(at({}, 'America/New_York')).toBe('2026-12-02T08:00');
  expect(at({ hour: 11 }, 'America/New_York')).toBe('2026-12-01T11:00');
  expect(at({ rhythm: 'weekly', weekday: 0 }, 'Europe/Madrid')).toBe('2026-12-06T08:00');
  expect(at({ rhythm: 'hourly' }, 'Asia/Kathmandu')).toBe('2026-12-01T21:45');
});

test('what gathers waits to be seen, and for what comes within half an hour of a mail about the same', () => {
  const now = new Date('2026-12-01T15:30:00Z');
  const asked = {
    level: 'mine',
    loudness: 'important',
    timeZone: 'UTC',
    choices: DEFAULT_CHOICES,
    now,
  } as const;
  const at = (time: string) => new Date(`2026-12-01T${time}:00Z`);
  const gathered = (lastMailAt: Date | null) => wayOf({ ...asked, gathered: { lastMailAt } });
  expect(gathered(at('15:10'))).toEqual({ mail: 'later', at: at('15:40') });
  expect(gathered(at('14:00'))).toEqual({ mail: 'later', at: at('15:35') });
  expect(gathered(null)).toEqual({ mail: 'later', at: at('15:35') });
  expect(wayOf(asked)).toEqual({ mail: 'now' });
});

function isWithin(hour: number, { quietFrom, quietUntil }: NoticeChoices): boolean {
  const [from, until] = [quietFrom ?? 0, quietUntil ?? 0];
  return from < until ? hour >= from && hour < until : hour >= from || hour < until;
}
