import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { act, type Outcome } from './act.ts';
import { breaks } from './breaks/all.ts';
import type { Break } from './breaks/break.ts';
import { countAll } from './count.ts';
import { listenTo } from './load/listener.ts';
import { line, table } from './report.ts';
import { startSite, type Backend } from './site.ts';
import { setStage } from './stage.ts';

const USAGE = 'npm run chaos -- [--quick] [--only NAME,NAME] [--backend redis|postgresql]';

/** One sentence for whoever typed the command. */
class Refusal extends Error {}

type Asked = { backend: Backend; chosen: Break[]; isWhole: boolean };

function readArguments(argv: string[]): Asked {
  const { quick, only, backend } = parsed(argv);
  if (backend !== 'redis' && backend !== 'postgresql')
    throw new Refusal(`--backend is "${backend}", but it must be redis or postgresql.`);
  const names = only?.split(',').map((name) => name.trim());
  const unknown = names?.find((name) => !breaks.some((one) => one.name === name));
  if (unknown !== undefined)
    throw new Refusal(
      `Nothing is called "${unknown}": --only takes ${breaks.map(({ name }) => name).join(', ')}.`,
    );
  const wanted = breaks.filter(({ name, isQuick }) => names?.includes(name) ?? (!quick || isQuick));
  const chosen = wanted.filter(({ needs }) => needs !== 'redis' || backend === 'redis');
  if (chosen.length === 0) throw new Refusal('What --only names needs Redis, and --backend is postgresql.');
  return { backend, chosen, isWhole: !quick && !names };
}

function parsed(argv: string[]) {
  try {
    const { values } = parseArgs({
      args: argv,
      options: {
        quick: { type: 'boolean', default: false },
        only: { type: 'string' },
        backend: { type: 'string', default: 'redis' },
      },
    });
    return values;
  } catch (error) {
    const [sentence = ''] = error instanceof Error ? error.message.split(/\.\s|\n/) : [];
    throw new Refusal(`${sentence}: it goes ${USAGE}.`);
  }
}

async function run({ backend, chosen, isWhole }: Asked): Promise<number> {
  const began = Date.now();
  console.log(
    `Starting two apis, two workers and a web on ${backend === 'redis' ? 'PostgreSQL and Redis' : 'PostgreSQL alone'}`,
  );
  const site = await startSite(backend);
  const leave = () => void site.close().then(() => process.exit(1));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, leave);
  const outcomes: Outcome[] = [];
  try {
    const stage = await setStage(site);
    const listeners = stage.tokens.map((token) => listenTo(stage.url, stage.channel.id, token));
    try {
      let count = await countAll(site, stage, []);
      for (const one of chosen) {
        if (isLeftOut(one, site)) continue;
        const done = await act({ site, stage, listeners, count }, one);
        count = done.count;
        outcomes.push(done.outcome);
        console.log(line(done.outcome));
        if (done.outcome.lost.length > 0) sayLastWords(site);
      }
    } finally {
      listeners.forEach((listener) => listener.close());
      await stage.close();
    }
  } finally {
    await site.close();
  }
  return conclude({ backend, isWhole, outcomes, seconds: Math.round((Date.now() - began) / 1000) });
}

type Site = Awaited<ReturnType<typeof startSite>>;

function isLeftOut({ name, needs }: Break, { disks, redis }: Site): boolean {
  if (needs !== 'disks' || (disks && (name !== 'redis-disk-full' || redis))) return false;
  console.log(
    `left out ${name}: ${disks ? 'there is no Redis' : 'only root may make the small disk it takes'}`,
  );
  return true;
}

function sayLastWords({ apis, workers, web }: Site) {
  for (const { name, lastWords } of [...apis, ...workers, web]) {
    const words = lastWords().trim().split('\n').slice(-3).join('\n');
    if (words) console.log(`       last words of ${name}: ${words}`);
  }
}

type Results = { backend: Backend; isWhole: boolean; outcomes: Outcome[]; seconds: number };

function conclude({ backend, isWhole, outcomes, seconds }: Results): number {
  const bad = outcomes.filter(({ lost, faults }) => lost.length + faults.length > 0);
  console.log(`\n${table(outcomes)}\n`);
  const lost = outcomes.reduce((sum, outcome) => sum + outcome.lost.length, 0);
  console.log(
    `${outcomes.length} things broken in ${seconds} s: ${lost} lost, ${bad.length} not as they should be.`,
  );
  if (isWhole)
    keep({ on: new Date().toISOString().slice(0, 10), commit: commit(), backend, seconds, outcomes });
  return bad.length > 0 ? 1 : 0;
}

/** Beside the results of the other backend. */
function keep(results: { backend: Backend } & Record<string, unknown>) {
  const path = fileURLToPath(new URL(`results.${results.backend}.json`, import.meta.url));
  writeFileSync(path, `${JSON.stringify(results, null, 2)}\n`);
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim();
  } catch {
    return 'unknown';
  }
}

function mustHaveRedis({ backend }: Asked) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  if (backend !== 'redis' || folders.some((folder) => existsSync(join(folder, 'redis-server')))) return;
  throw new Refusal(
    'This needs redis-server, which this machine does not have: install it, or add --backend postgresql.',
  );
}

try {
  const asked = readArguments(process.argv.slice(2));
  mustHaveRedis(asked);
  // Whoever still waits for a letter when the site is closed would wait for ever.
  process.exit(await run(asked));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
