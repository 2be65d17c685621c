import type { Target, Spread } from './statistics.ts';

export type Row = {
  figure: string;
  name: string;
  unit: string;
  beside: string;
  ours: Spread;
  limit: Spread | null;
  ratio: Spread | null;
  lines: Target[];
  isReached: boolean | null;
};

/** The rows as text in columns, one line each below a line of heads. */
export function tableOf(rows: Row[]): string {
  const cells = rows.map((row) => [
    row.figure,
    row.name,
    `${short(row.ours.median)} ${row.unit}`,
    row.limit ? short(row.limit.median) : '-',
    row.ratio ? `${fixed(row.ratio.median)} (${fixed(row.ratio.least)} to ${fixed(row.ratio.most)})` : '-',
    row.lines.map((line) => lineText(line, row.unit)).join(', ') || '-',
    row.isReached === null ? '-' : row.isReached ? 'yes' : 'NO',
  ]);
  const heads = ['', 'what', 'ours', 'limit', 'ratio, and its spread', 'line', 'reached'];
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...cells.map((cell) => cell[column]?.length ?? 0)),
  );
  return [heads, ...cells]
    .map((cell) =>
      cell
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Three digits that matter, with a comma at the thousands. */
export function short(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}

function fixed(value: number) {
  return value.toFixed(2);
}

function lineText({ of, is, value }: Target, unit: string) {
  const sign = is === 'at least' ? '>=' : '<=';
  return of === 'ratio' ? `${sign} ${value} x` : `${sign} ${short(value)} ${unit}`;
}
