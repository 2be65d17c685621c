import type { Language } from './languages.ts';

/**
 * How a moment can be written: the one place that says so, for pages, lists, mails and calendars. `stamp` names its zone;
 * the others leave that to what stands around them.
 */
export const dateStyles = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  /** Of a column. */
  briefDay: { day: 'numeric', month: 'short', year: 'numeric' },
  shortDay: { day: 'numeric', month: 'short' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  weekdayName: { weekday: 'long' },
  time: { hour: 'numeric', minute: '2-digit' },
  moment: { weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' },
  momentOfYear: {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  },
  stamp: {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  },
  month: { month: 'long', year: 'numeric' },
  stubMonth: { month: 'short' },
  stubDay: { day: 'numeric' },
  zone: { timeZoneName: 'long' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;
export type DateStyle = keyof typeof dateStyles;

/**
 * The formatter of a style, made once, since making one costs more than a row. Where the zone lies settles which clock and
 * which order of day and month a language has there: 5:00 PM on Nov 28 in the United States, 17:00 on 28 Nov elsewhere.
 * `region` is a zone too, for a day that is the same everywhere.
 */
export function dateFormat(
  language: Language,
  timeZone: string,
  style: DateStyle,
  region = timeZone,
): Intl.DateTimeFormat {
  const locale = localeIn(language, region);
  const key = `${locale} ${timeZone} ${style}`;
  const format = made.get(key) ?? makeFormat(locale, timeZone, style);
  made.set(key, format);
  return format;
}

/** The day of a moment where a zone's clocks are: `2026-12-05`. */
export function dayIn(at: string | number | Date, timeZone: string): string {
  const key = `day ${timeZone}`;
  const numbers = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const format = made.get(key) ?? new Intl.DateTimeFormat('en-CA', { ...numbers, timeZone: known(timeZone) });
  made.set(key, format);
  return format.format(new Date(at));
}

const made = new Map<string, Intl.DateTimeFormat>();

function makeFormat(locale: string, timeZone: string, style: DateStyle) {
  const options: Intl.DateTimeFormatOptions = dateStyles[style];
  const clock = locale === 'en-US' ? {} : ({ hour: '2-digit', hourCycle: 'h23' } as const);
  return new Intl.DateTimeFormat(locale, {
    ...options,
    ...(options.hour && clock),
    timeZone: known(timeZone),
  });
}

/** Arabic keeps Latin digits. */
function localeIn(language: Language, region: string): string {
  if (language === 'en') return AMERICAN.test(region) ? 'en-US' : 'en-GB';
  return language === 'ar' ? 'ar-u-nu-latn' : 'es';
}

/** The zones of the United States. */
const AMERICAN = new RegExp(
  `^(?:US/.+|Pacific/Honolulu|America/(?:${[
    ...['New_York', 'Detroit', 'Kentucky/.+', 'Louisville', 'Indiana/.+', 'Indianapolis', 'Fort_Wayne'],
    ...['Chicago', 'Menominee', 'North_Dakota/.+', 'Denver', 'Boise', 'Shiprock', 'Phoenix', 'Los_Angeles'],
    ...['Anchorage', 'Juneau', 'Sitka', 'Metlakatla', 'Yakutat', 'Nome', 'Adak', 'Puerto_Rico'],
  ].join('|')}))$`,
);

/** A zone that this machine has never heard of must not cost the page. */
function known(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
