import { Invalid } from '../errors.ts';
import { instantOf, localOf } from '../site/local-times.ts';
import { isTimeZone } from '../site/time-zones.ts';

const DAY = 86_400_000;
const REMINDER_HOUR = 10;

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
