import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { act, type Outcome } from './act.ts';
import { breaks } from './breaks/all.ts';
import type { Break } from './breaks/break.ts';
import { containers } from './breaks/containers.ts';
import { startContainers } from './containers.ts';
import { countAll } from './count.ts';
import { listenTo } from './load/listener.ts';
import { line, table } from './report.ts';
import { processesOf, startSite, type Backend, type Site, type RunningSite } from './site.ts';
import { setStage } from './stage.ts';

const USAGE = 'npm run chaos -- [--quick] [--only NAME,NAME] [--backend redis|postgresql | --containers]';

/** One sentence for whoever typed the command. */
class Refusal extends Error {}

type Asked = { where: Backend | 'containers'; names: string[] | undefined; isQuick: boolean };

function readArguments(argv: string[]): Asked {
  const { quick: isQuick, only, backend, containers: inContainers } = parsed(argv);
  if (backend !== 'redis' && backend !== 'postgresql')
    throw new Refusal(`--backend is "${backend}", but it must be redis or postgresql.`);
  const names = only?.split(',').map((name) => name.trim());
  return { where: inContainers ? 'containers' : backend, names, isQuick };
}

/** What was asked for, out of what there is. Throws Refusal for a name that nothing has, and for nothing at all. */
function choose<On extends RunningSite>(all: Break<On>[], { names, isQuick, where }: Asked): Break<On>[] {
  const unknown = names?.find((name) => !all.some((one) => one.name === name));
  if (unknown !== undefined)
    throw new Refusal(
      `Nothing is called "${unknown}": --only takes ${all.map(({ name }) => name).join(', ')}.`,
    );
  const wanted = all.filter((one) => names?.includes(one.name) ?? (!isQuick || one.isQuick));
  const chosen = wanted.filter(({ needs }) => needs !== 'redis' || where === 'redis');
  if (chosen.length === 0) throw new Refusal('What --only names needs Redis, and --backend is postgresql.');
  return chosen;
}

function parsed(argv: string[]) {
  try {
    const { values } = parseArgs({
      args: argv,
      options: {
        quick: { type: 'boolean', default: false },
        only: { type: 'string' },
        backend: { type: 'string', default: 'redis' },
        containers: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    const [sentence = ''] = error instanceof Error ? error.message.split(/\.\s|\n/) : [];
    throw new Refusal(`${sentence}: it goes ${USAGE}.`);
  }
}

async function run(asked: Asked): Promise<number> {
  if (asked.where === 'containers') {
    const chosen = choose(containers, asked);
    console.log('Starting two apis, two workers and two webs in containers');
    return breakAll(await startContainers(), chosen, asked);
  }
  const chosen = choose(breaks, asked);
  mustHaveRedis(asked.where);
  const servers = asked.where === 'redis' ? 'PostgreSQL and Redis' : 'PostgreSQL alone';
  console.log(`Starting two apis, two workers and a web on ${servers}`);
  const site = await startSite(asked.where);
  return breakAll(
    site,
    chosen.filter((one) => !isLeftOut(one, site)),
    asked,
  );
}

/** Breaks one after another, and ends the site whatever happens. Resolves to the exit code. */
async function breakAll<On extends RunningSite>(
  site: On,
  chosen: Break<On>[],
  asked: Asked,
): Promise<number> {
  const began = Date.now();
  const leave = () => void site.close().then(() => process.exit(1));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, leave);
  const outcomes: Outcome[] = [];
  try {
    const stage = await setStage(site);
    const listeners = stage.tokens.map((token) => listenTo(stage.url, stage.channel.id, token));
    try {
      let count = await countAll(site, stage, []);
      for (const one of chosen) {
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
  return conclude(asked, outcomes, Math.round((Date.now() - began) / 1000));
}

function isLeftOut({ name, needs }: Break, { disks, redis }: Site): boolean {
  if (needs !== 'disks' || (disks && (name !== 'redis-disk-full' || redis))) return false;
  console.log(
    `left out ${name}: ${disks ? 'there is no Redis' : 'only root may make the small disk it takes'}`,
  );
  return true;
}

function sayLastWords(site: RunningSite) {
  for (const { name, lastWords } of processesOf(site)) {
    const words = lastWords().trim().split('\n').slice(-3).join('\n');
    if (words) console.log(`       last words of ${name}: ${words}`);
  }
}

function conclude({ where, names, isQuick }: Asked, outcomes: Outcome[], seconds: number): number {
  const bad = outcomes.filter(({ lost, faults }) => lost.length + faults.length > 0);
  console.log(`\n${table(outcomes)}\n`);
  const lost = outcomes.reduce((sum, outcome) => sum + outcome.lost.length, 0);
  console.log(
    `${outcomes.length} things broken in ${seconds} s: ${lost} lost, ${bad.length} not as they should be.`,
  );
  if (!names && !isQuick)
    keep(where, { on: new Date().toISOString().slice(0, 10), commit: commit(), seconds, outcomes });
  return bad.length > 0 ? 1 : 0;
}

/** Beside the results of the others. */
function keep(where: Asked['where'], results: object) {
  const path = fileURLToPath(new URL(`results.${where}.json`, import.meta.url));
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

function mustHaveRedis(backend: Backend) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  if (backend !== 'redis' || folders.some((folder) => existsSync(join(folder, 'redis-server')))) return;
  throw new Refusal(
    'This needs redis-server, which this machine does not have: install it, or add --backend postgresql.',
  );
}

try {
  // Whoever still waits for a letter when the site is closed would wait for ever.
  process.exit(await run(readArguments(process.argv.slice(2))));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
