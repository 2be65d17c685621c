import { locales, type Language } from '@groundwork/words/languages';

/** How a moment can be written. `stamp` names its zone; the others leave that to the page. */
export const dateStyles = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  shortDay: { day: 'numeric', month: 'short' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  time: { hour: 'numeric', minute: '2-digit' },
  moment: { weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' },
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

export const numberStyles = {
  plain: {},
  compact: { notation: 'compact', maximumFractionDigits: 1 },
  percent: { style: 'percent', maximumFractionDigits: 0 },
} satisfies Record<string, Intl.NumberFormatOptions>;
export type NumberStyle = keyof typeof numberStyles;

/** The formatter of a style; made once per language, zone and style, since making one costs more than a row. */
export function dateFormat(language: Language, timeZone: string, style: DateStyle): Intl.DateTimeFormat {
  const make = () =>
    new Intl.DateTimeFormat(locales[language], { ...dateStyles[style], timeZone: known(timeZone) });
  return remember(dates, `${language} ${timeZone} ${style}`, make);
}

export function numberFormat(language: Language, style: NumberStyle): Intl.NumberFormat {
  const make = () => new Intl.NumberFormat(locales[language], numberStyles[style]);
  return remember(numbers, `${language} ${style}`, make);
}

export function listFormat(language: Language): Intl.ListFormat {
  return remember(lists, language, () => new Intl.ListFormat(locales[language], { type: 'conjunction' }));
}

export function relativeFormat(language: Language): Intl.RelativeTimeFormat {
  return remember(
    relatives,
    language,
    () => new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' }),
  );
}

const dates = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();
const lists = new Map<string, Intl.ListFormat>();
const relatives = new Map<string, Intl.RelativeTimeFormat>();

function remember<T>(made: Map<string, T>, key: string, make: () => T): T {
  const format = made.get(key) ?? make();
  made.set(key, format);
  return format;
}

/** A zone this machine has never heard of must not cost the page. */
function known(timeZone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return timeZone;
  } catch {
    return 'UTC';
  }
}
