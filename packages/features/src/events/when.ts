import { Invalid } from '../errors.ts';
import { isTimeZone } from '../site/time-zones.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const REMINDER_HOUR = 10;

/**
 * The instant of a local time `YYYY-MM-DDTHH:MM` in a zone. Of the two instants when clocks go back, the earlier
 * (as RFC 5545, 3.3.5 has it); null when it does not exist: no such day, or the hour that clocks skip.
 */
export function instantOf(local: string, timeZone: string): Date | null {
  const asUtc = Date.parse(`${local}:00Z`);
  if (Number.isNaN(asUtc)) return null;
  // Offsets are never 24 hours, so those of the day before and after are all that can hold at this local time.
  const offsets = [asUtc - DAY, asUtc + DAY].map((at) => offsetAt(at, timeZone));
  const instants = offsets.map((offset) => asUtc - offset).sort((a, b) => a - b);
  const match = instants.find((instant) => localOf(new Date(instant), timeZone) === local);
  return match === undefined ? null : new Date(match);
}

/** What the clocks of a zone show at an instant: `YYYY-MM-DDTHH:MM`. */
export function localOf(instant: Date, timeZone: string): string {
  return new Date(instant.getTime() + offsetAt(instant.getTime(), timeZone)).toISOString().slice(0, 16);
}

/** When to remind of something that starts then: at 10:00 on the day before, by the clocks of its zone. */
export function reminderOf(startsAt: Date, timeZone: string): Date {
  const startDay = Date.parse(`${localOf(startsAt, timeZone).slice(0, 10)}T00:00Z`);
  const dayBefore = new Date(startDay - DAY).toISOString().slice(0, 10);
  const at = instantOf(`${dayBefore}T${REMINDER_HOUR}:00`, timeZone);
  // No zone has ever skipped ten in the morning, but a whole day has been skipped (Samoa, 2011).
  return at ?? new Date(startsAt.getTime() - DAY);
}

/**
 * The instants of a period given in local times, or a 422 beside the field that does not hold: no such zone, a local
 * time that clocks skip, an end before its start, longer than 14 days.
 */
export function readPeriod({ starts, ends, timeZone }: { starts: string; ends: string; timeZone: string }) {
  if (!isTimeZone(timeZone)) throw new Invalid([{ name: 'timeZone', code: 'events.no-such-zone' }]);
  const startsAt = readLocal('starts', starts, timeZone);
  const endsAt = readLocal('ends', ends, timeZone);
  if (endsAt <= startsAt) throw new Invalid([{ name: 'ends', code: 'events.ends-before-start' }]);
  if (endsAt.getTime() - startsAt.getTime() > 14 * DAY)
    throw new Invalid([{ name: 'ends', code: 'events.too-long' }]);
  return { startsAt, endsAt, timeZone, remindsAt: reminderOf(startsAt, timeZone) };
}

/** The moment that clocks of a zone show so, or Invalid beside the field of this name. */
export function readLocal(name: string, local: string, timeZone: string) {
  const instant = instantOf(local, timeZone);
  if (instant) return instant;
  throw new Invalid([{ name, code: 'events.no-such-time', params: { time: local.replace('T', ' ') } }]);
}

/** Milliseconds to add to UTC for a zone's clocks, at an instant in milliseconds. */
function offsetAt(instant: number, timeZone: string) {
  const whole = Math.floor(instant / MINUTE) * MINUTE;
  const parts = Object.fromEntries(
    clockOf(timeZone)
      .formatToParts(whole)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute) - whole;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string) {
  const numeric = 'numeric';
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
    });
  clocks.set(timeZone, clock);
  return clock;
}
