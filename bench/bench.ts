import { openDatabases } from './databases.ts';
import type { Bench, Figure } from './figure.ts';
import { figures } from './figures.ts';
import { measurePair } from './measuring.ts';
import { readOptions, Refusal, type Options } from './options.ts';
import { peersAt } from './peers.ts';
import { root } from './programs.ts';
import { resultsPath, writeResults } from './results.ts';
import { full, quick } from './sizes.ts';
import { Stage } from './stage.ts';
import { tableOf, type Row } from './table.ts';

/** `npm run bench`: measures each figure beside its limit, and prints and writes what it found. */
async function main(): Promise<number> {
  const options = readOptions(
    process.argv.slice(2),
    figures.map(({ letter }) => letter),
  );
  const stop = new AbortController();
  const stopped = new Promise<never>((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => {
        stop.abort(new Refusal('Stopped.'));
        reject(stop.signal.reason as Refusal);
      });
  });
  const stage = new Stage();
  try {
    return await Promise.race([measureAll(stage, options, stop.signal), stopped]);
  } finally {
    await stage.end();
  }
}

/** A figure that cannot be measured keeps none of the others from it. */
async function measureAll(stage: Stage, options: Options, stop: AbortSignal): Promise<number> {
  const sizes = options.isQuick ? quick : full;
  const bench = { stage, databases: await openDatabases(stage, say), sizes, say };
  const rows: Row[] = [];
  const failed: string[] = [];
  for (const figure of wanted(options)) {
    say(`\n${figure.letter}  ${figure.title}`);
    try {
      const own = await measure(figure, bench, options.rounds);
      rows.push(...own);
      if (options.addresses.length === 0)
        await writeResults({ letter: figure.letter, rows: own, sizes }, options);
    } catch (error) {
      // What it met because everything was being ended is nothing to tell.
      stop.throwIfAborted();
      console.error(error instanceof Refusal ? error.message : error);
      failed.push(figure.letter);
    }
  }
  if (rows.length > 0) say(`\n${tableOf(rows)}`);
  if (rows.length > 0 && options.addresses.length === 0)
    say(`\nWritten to ${resultsPath(options).slice(root.length)}`);
  if (failed.length > 0) say(`\nNot measured: ${failed.join(', ')}`);
  return failed.length > 0 ? 1 : 0;
}

function wanted({ addresses, only }: Options): Figure[] {
  return addresses.length > 0 ? [peersAt(addresses)] : figures.filter(({ letter }) => only.includes(letter));
}

function measure(figure: Figure, bench: Bench, rounds: number): Promise<Row[]> {
  return bench.stage.within(async (stage) => {
    const rows: Row[] = [];
    for (const pair of await figure.open({ ...bench, stage }))
      rows.push({ figure: figure.letter, ...(await measurePair(pair, rounds, say)) });
    return rows;
  });
}

function say(line: string) {
  console.log(line);
}

try {
  process.exit(await main());
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  // What was being measured when somebody wanted all to stop may still wait for an answer.
  process.exit(1);
}
