import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus, release, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { FOLDER } from './folders.ts';
import type { Options } from './options.ts';
import { root } from './programs.ts';
import type { Sizes } from './sizes.ts';
import type { Row } from './table.ts';

type Results = { machine: object; measured: Record<string, Measured> };
type Measured = { at: string; isQuick: boolean; rounds: number; sizes: Sizes; rows: Row[] };
type Found = { letter: string; rows: Row[]; sizes: Sizes };

/** Quick results lie beside the data, not in what is committed. */
export function resultsPath({ isQuick }: Pick<Options, 'isQuick'>): string {
  return join(isQuick ? FOLDER : join(root, 'bench'), 'results.json');
}

/** Writes what was found of one figure, and keeps what is known of the others. */
export async function writeResults({ letter, rows, sizes }: Found, options: Options): Promise<void> {
  const { isQuick, rounds } = options;
  const path = resultsPath(options);
  await mkdir(dirname(path), { recursive: true });
  const known = await readFile(path, 'utf8').catch(() => '{"measured":{}}');
  const { measured } = JSON.parse(known) as Results;
  const at = new Date().toISOString();
  measured[letter] = { at, isQuick, rounds, sizes, rows: rows.map(rounded) };
  const inOrder = Object.fromEntries(Object.entries(measured).sort(([a], [b]) => a.localeCompare(b)));
  await writeFile(path, `${JSON.stringify({ machine: machine(), measured: inOrder }, null, 2)}\n`);
}

function machine() {
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model ?? 'unknown',
    memoryGB: Math.round(totalmem() / 1e9),
    system: `${process.platform} ${release()} ${process.arch}`,
    node: process.versions.node,
  };
}

/** Four digits that matter: the rest is noise. */
function rounded(row: Row): Row {
  return JSON.parse(
    JSON.stringify(row, (_key, value: unknown) =>
      typeof value === 'number' ? Number(value.toPrecision(4)) : value,
    ),
  ) as Row;
}
