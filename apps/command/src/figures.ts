import type { Manifest } from '@groundwork/backups';

/** `345 MB`, of bytes as they are on a disk. */
export function sizeOnDisk(bytes: number): string {
  if (bytes < 1e6) return `${Math.ceil(bytes / 1e3)} kB`;
  const [size, unit] = bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB'];
  return `${size.toLocaleString('en', { maximumFractionDigits: 1 })} ${unit}`;
}

/** How much lies in an archive. */
export function inWords({ counts, files }: Pick<Manifest, 'counts' | 'files'>): string {
  const rows = Object.values(counts).reduce((sum, count) => sum + count.rows, 0);
  return `${countOf(rows, 'row')} and ${countOf(files.count, 'file')}`;
}

/** `2026-11-25 03:04 UTC`. */
export function momentOf(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** `one file`, `2 files`. */
export function countOf(count: number, noun: string): string {
  return count === 1 ? `one ${noun}` : `${count.toLocaleString('en')} ${noun}s`;
}
