import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Options } from './options.ts';
import { root } from './programs.ts';
import type { Sizes } from './sizes.ts';
import type { Row } from './table.ts';

type Results = { machine: object; measured: Record<string, Measured> };
type Measured = { at: string; isQuick: boolean; rounds: number; sizes: Sizes; rows: Row[] };

/**
 * Writes what was found, figure by figure, and keeps what an earlier run found of the others. A quick run is written
 * beside the data, not into what is committed.
 */
export async function writeResults(rows: Row[], options: Options, sizes: Sizes): Promise<void> {
  const folder = join(root, options.isQuick ? '.data-bench' : 'bench');
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'results.json');
  const known = await readFile(path, 'utf8').catch(() => '{"measured":{}}');
  const { measured } = JSON.parse(known) as Results;
  const at = new Date().toISOString();
  for (const letter of options.only) {
    const own = rows.filter(({ figure }) => figure === letter);
    measured[letter] = {
      at,
      isQuick: options.isQuick,
      rounds: options.rounds,
      sizes,
      rows: own.map(rounded),
    };
  }
  const inOrder = Object.fromEntries(Object.entries(measured).sort(([a], [b]) => a.localeCompare(b)));
  await writeFile(path, `${JSON.stringify({ machine: machine(), measured: inOrder }, null, 2)}\n`);
  console.log(`\nWritten to ${path.slice(root.length)}`);
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
