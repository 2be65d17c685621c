import type { Words } from '#lib/words/words.ts';

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** Bytes as people read them: 1.2 GB. */
export function sizeOf(bytes: number, { number }: Pick<Words, 'number'>): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return `${number(bytes / 1000 ** power, 'compact')} ${UNITS[power] ?? 'B'}`;
}
