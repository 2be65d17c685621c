/** Every language the product speaks, complete: a site offers some or all of them. */
export const languages = ['en', 'es', 'ar'] as const;
export type Language = (typeof languages)[number];

/** What each language calls itself, for the people who look for it. */
export const languageNames: Record<Language, string> = { en: 'English', es: 'Español', ar: 'العربية' };

/** The BCP 47 tag Intl works with: Arabic keeps Latin digits, so that figures read the same on every page. */
export const locales: Record<Language, string> = { en: 'en', es: 'es', ar: 'ar-u-nu-latn' };

/** Which way the language runs, as in HTML's `dir`. */
export function direction(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** Is this one of our languages? Exact code only: `es`, not `es-MX`. */
export function isLanguage(code: string | null | undefined): code is Language {
  return languages.some((language) => language === code);
}

/**
 * The language a browser asks for by its Accept-Language header (RFC 9110, 12.5.4), among those offered.
 * `es-MX` is met by `es`; the highest weight wins, then the earliest; a weight of 0 refuses. With no match,
 * the first offered language.
 */
export function preferredLanguage(
  acceptLanguage: string | undefined,
  offered: readonly Language[] = languages,
): Language {
  const fallback = offered[0] ?? 'en';
  const preferences = (acceptLanguage ?? '').split(',').slice(0, 30).map(readPreference);
  const refused = new Set(preferences.filter(({ weight }) => weight === 0).map(({ tag }) => tag));
  const wanted = preferences.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  for (const { tag } of wanted) {
    const match = offered.find((language) => (tag === '*' ? !refused.has(language) : tag === language));
    if (match) return match;
  }
  return fallback;
}

function readPreference(part: string) {
  const [range = '', ...parameters] = part
    .toLowerCase()
    .split(';')
    .map((piece) => piece.trim());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  const weight = quality ? Number(quality.slice(2)) : 1;
  const tag = range.split('-')[0] ?? '';
  return { tag, weight: tag && weight >= 0 && weight <= 1 ? weight : -1 };
}
