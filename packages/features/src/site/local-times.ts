const MINUTE = 60_000;
const DAY = 86_400_000;

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
