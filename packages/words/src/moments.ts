import { dateFormat, dayIn } from './dates.ts';
import type { Language } from './languages.ts';

/** When something takes place: two moments as ISO text or Date, and the IANA zone in which they are said. */
export type Period = { startsAt: string | Date; endsAt: string | Date; timeZone: string };

/**
 * The parts of "Sat 5 Dec, 10:00–12:00, Madrid time (CET)", for the sentence `events.when`. `zone` is the city that
 * the zone is named after (Arabic: the zone's whole name, since Intl translates it but not the city), `short` its
 * abbreviation at that moment, else its distance from UTC. The year is said when it is not this one.
 */
export function whenParts(language: Language, { startsAt, endsAt, timeZone }: Period, now = Date.now()) {
  const starts = new Date(startsAt);
  const isThisYear = dayIn(starts, timeZone).slice(0, 4) === dayIn(now, timeZone).slice(0, 4);
  const style = isThisYear ? 'moment' : 'momentOfYear';
  const time = dateFormat(language, timeZone, style).formatRange(starts, new Date(endsAt));
  return { time, ...zoneParts(language, timeZone, starts) };
}

/** The zone alone, as in `whenParts`. */
export function zoneParts(language: Language, timeZone: string, at: string | Date) {
  const moment = new Date(at);
  const named = language === 'ar' ? partOf('ar', timeZone, 'generic', moment) : cityOf(timeZone);
  return { zone: timeZone === 'UTC' ? 'UTC' : named, short: shortName(timeZone, moment) };
}

/** What a language calls the place that a zone is named after: its country, or its city, where Intl has a name for it. */
export function placeName(language: Language, timeZone: string): string {
  return partOf(language, timeZone, 'generic', new Date());
}

const styles = {
  short: { timeZoneName: 'short' },
  offset: { timeZoneName: 'shortOffset' },
  generic: { timeZoneName: 'shortGeneric' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;
type Style = keyof typeof styles;

function cityOf(timeZone: string) {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}

/** Each English knows the abbreviations of its own part of the world, and says GMT+1 for the others. */
function shortName(timeZone: string, at: Date) {
  for (const dialect of ['en-GB', 'en-US', 'en-AU']) {
    const name = partOf(dialect, timeZone, 'short', at);
    if (!/^(GMT|UTC)[+-]/.test(name)) return name;
  }
  return partOf('en-GB', timeZone, 'offset', at).replace('GMT', 'UTC');
}

function partOf(locale: string, timeZone: string, style: Style, at: Date) {
  const parts = formatOf(locale, timeZone, style).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

const made = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string, timeZone: string, style: Style) {
  const key = `${locale} ${timeZone} ${style}`;
  const format = made.get(key) ?? new Intl.DateTimeFormat(locale, { ...styles[style], timeZone });
  made.set(key, format);
  return format;
}
