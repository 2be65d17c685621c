import type { Manifest } from '@groundwork/backups';

/** `345 MB`, of bytes as they are on a disk. */
export function sizeOf(bytes: number): string {
  if (bytes < 1e6) return `${Math.ceil(bytes / 1e3)} kB`;
  const [size, unit] = bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB'];
  return `${size.toLocaleString('en', { maximumFractionDigits: 1 })} ${unit}`;
}

/** How much lies in an archive. */
export function inWords({ counts, files }: Pick<Manifest, 'counts' | 'files'>): string {
  const rows = Object.values(counts).reduce((sum, count) => sum + count.rows, 0);
  return `${rows.toLocaleString('en')} rows and ${files.count.toLocaleString('en')} files`;
}
