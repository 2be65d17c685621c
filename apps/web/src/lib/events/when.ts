import { dateFormat, dayIn } from '@groundwork/words/dates';
import { whenParts, zoneParts, type Period } from '@groundwork/words/moments';
import type { Words } from '#lib/words/words.ts';

/** Sat 5 Dec, 10:00–12:00, Madrid time (CET): always in the event's own zone, always named. */
export function sayWhen({ t, language }: Words, event: Period): string {
  return t('events.when', whenParts(language, event));
}

/** 10:00–12:00, Madrid time (CET): where the day already stands beside it. */
export function sayHours(words: Words, { startsAt, endsAt, timeZone }: Period): string {
  const { zone, short } = zoneParts(words.language, timeZone, startsAt);
  const isOneDay = dayOf(startsAt, timeZone) === dayOf(endsAt, timeZone);
  if (!isOneDay) return sayWhen(words, { startsAt, endsAt, timeZone });
  return words.t('events.when', { time: hours(words.language, { startsAt, endsAt, timeZone }), zone, short });
}

/** The day something starts on where it takes place: `2026-12-05`. */
export function dayOf(at: string | Date, timeZone: string): string {
  return dayIn(at, timeZone);
}

/** A list in the order it came, cut into days. */
export function byDay<E extends { startsAt: string; timeZone: string }>(events: E[]) {
  const days: { day: string; events: [E, ...E[]] }[] = [];
  for (const event of events) {
    const day = dayOf(event.startsAt, event.timeZone);
    const last = days.at(-1);
    if (last?.day === day) last.events.push(event);
    else days.push({ day, events: [event] });
  }
  return days;
}

function hours(language: Words['language'], { startsAt, endsAt, timeZone }: Period) {
  return dateFormat(language, timeZone, 'time').formatRange(new Date(startsAt), new Date(endsAt));
}
