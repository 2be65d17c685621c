import { arabic } from './ar/all.ts';
import { english } from './en/all.ts';
import { spanish } from './es/all.ts';
import type { Language } from './languages.ts';
import { fill, type Params } from './sentences.ts';

export { direction, isLanguage, languageNames, languages, locales, preferredLanguage } from './languages.ts';
export type { Language } from './languages.ts';
export type { Params } from './sentences.ts';

/** Every sentence of the product; English is where the keys are declared. */
export type Key = keyof typeof english;

/** One language's sentences by key, as ICU MessageFormat patterns. */
export type Catalog = Readonly<Record<Key, string>>;

/** Params are asked for exactly when the English sentence has a placeholder. */
export type ParamsOf<K extends Key> = (typeof english)[K] extends `${string}{${string}`
  ? [params: Params]
  : [params?: Params];

/** The sentences of every language. A browser loads one of them by itself: `@groundwork/words/catalogs/es/all`. */
export const catalogs: Record<Language, Catalog> = { en: english, es: spanish, ar: arabic };

/**
 * The sentence behind a key, in a language, filled in. Never throws: a missing value leaves the raw pattern,
 * an unknown key (from a newer server, say) comes back as itself.
 */
export function say<K extends Key>(language: Language, key: K, ...[params]: ParamsOf<K>): string {
  const catalog: Partial<Catalog> = catalogs[language];
  return fill(language, catalog[key] ?? key, params);
}
