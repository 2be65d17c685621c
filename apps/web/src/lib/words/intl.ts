import { locales, type Language } from '@groundwork/words/languages';

export const numberStyles = {
  plain: {},
  compact: { notation: 'compact', maximumFractionDigits: 1 },
  percent: { style: 'percent', maximumFractionDigits: 0 },
} satisfies Record<string, Intl.NumberFormatOptions>;
export type NumberStyle = keyof typeof numberStyles;

/** Made once per language and style, since making one costs more than a row. */
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

const numbers = new Map<string, Intl.NumberFormat>();
const lists = new Map<string, Intl.ListFormat>();
const relatives = new Map<string, Intl.RelativeTimeFormat>();

function remember<T>(made: Map<string, T>, key: string, make: () => T): T {
  const format = made.get(key) ?? make();
  made.set(key, format);
  return format;
}
