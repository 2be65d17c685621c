import { IntlMessageFormat } from 'intl-messageformat';
import { locales, type Language } from './languages.ts';

/** The values a sentence is filled with. */
export type Params = Record<string, string | number | Date>;

/**
 * Fills an ICU MessageFormat pattern in a language. A pattern that cannot be filled (a value is missing)
 * comes back as it is written: a page with one odd sentence beats no page.
 */
export function fill(language: Language, pattern: string, params?: Params): string {
  if (!hasSyntax.test(pattern)) return pattern;
  try {
    return String(formatFor(language, pattern).format(params));
  } catch {
    return pattern;
  }
}

const hasSyntax = /[{}']/;
const formats = new Map<string, IntlMessageFormat>();

/** Parsing a pattern costs a hundred times filling it, and catalogs are finite: each is parsed once. */
function formatFor(language: Language, pattern: string): IntlMessageFormat {
  const key = `${language}\n${pattern}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new IntlMessageFormat(pattern, locales[language], undefined, {
    ignoreTag: true,
    formatters,
  });
  formats.set(key, format);
  return format;
}

/** Intl objects are slow to make and shared by all patterns of a language. */
const formatters = {
  getNumberFormat: once(
    (...args: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...args),
  ),
  getDateTimeFormat: once(
    (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...args),
  ),
  getPluralRules: once(
    (...args: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...args),
  ),
};

function once<Args extends unknown[], Made>(make: (...args: Args) => Made): (...args: Args) => Made {
  const made = new Map<string, Made>();
  return (...args) => {
    const key = JSON.stringify(args);
    const known = made.get(key) ?? make(...args);
    made.set(key, known);
    return known;
  };
}
