import { locales } from '@groundwork/words/languages';
import type { Words } from '#lib/words/words.ts';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];

/** Bytes as people read them: 1.2 GB, on one line. */
export function sizeInWords(bytes: number, { language }: Pick<Words, 'language'>): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const format = new Intl.NumberFormat(locales[language], {
    style: 'unit',
    unit: UNITS[power] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  });
  return format.format(bytes / 1000 ** power).replaceAll(' ', '\u00a0');
}
