import { openDatabases } from './databases.ts';
import type { Bench, Figure, Pair } from './figure.ts';
import { figures } from './figures.ts';
import { readOptions, Refusal, type Options } from './options.ts';
import { writeResults } from './results.ts';
import { full, quick } from './sizes.ts';
import { Stage } from './stage.ts';
import { isReached, ratiosOf, spreadOf } from './statistics.ts';
import { short, tableOf, type Row } from './table.ts';

/** `npm run bench`: measures each figure beside its limit, and prints and writes what it found. */
async function main(): Promise<number> {
  const options = readOptions(
    process.argv.slice(2),
    figures.map(({ letter }) => letter),
  );
  const stage = new Stage();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void stage.end().then(() => process.exit(130)));
  try {
    const databases = await openDatabases(stage, say);
    const bench = { stage, databases, sizes: options.isQuick ? quick : full, say };
    const rows: Row[] = [];
    for (const figure of figures.filter(({ letter }) => options.only.includes(letter)))
      rows.push(...(await measure(figure, bench, options)));
    console.log(`\n${tableOf(rows)}`);
    await writeResults(rows, options, bench.sizes);
  } finally {
    await stage.end();
  }
  return 0;
}

async function measure(figure: Figure, bench: Bench, { rounds }: Options): Promise<Row[]> {
  say(`\n${figure.letter}  ${figure.title}`);
  const stage = new Stage();
  bench.stage.ending(() => stage.end());
  try {
    const rows: Row[] = [];
    for (const pair of await figure.open({ ...bench, stage }))
      rows.push(await measurePair(figure.letter, pair, Math.min(rounds, pair.rounds ?? rounds)));
    return rows;
  } finally {
    await stage.end();
  }
}

async function measurePair(letter: string, pair: Pair, rounds: number): Promise<Row> {
  const limits: number[] = [];
  const ours: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    if (pair.limit) limits.push(await pair.limit());
    ours.push(await pair.ours());
    const beside = pair.limit ? `limit ${short(limits.at(-1) ?? 0)}, ` : '';
    say(`  ${pair.name} ${round}/${rounds}: ${beside}ours ${short(ours.at(-1) ?? 0)} ${pair.unit}`);
  }
  const ratios = ratiosOf(ours, limits);
  const spread = { ours: spreadOf(ours), ratio: ratios.length > 0 ? spreadOf(ratios) : null };
  const { name, unit, beside, line } = pair;
  return {
    ...{ figure: letter, name, unit, beside, line },
    ...spread,
    limit: limits.length > 0 ? spreadOf(limits) : null,
    isReached: isReached(line, spread.ours, spread.ratio),
  };
}

function say(line: string) {
  console.log(line);
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
