// The one bootstrap behind `npm start`, `npm test`, `npm run check` and `npm run dev`. It brings what the machine lacks
// into .tools/, so it is plain JavaScript without dependencies and runs on any Node >= 18.
import { bringNode, bringPnpm, buildWeb, installPackages, Refusal, root } from './tools.mjs';
import { supervise } from './supervise.mjs';
import { findMissing, runChecks } from './checks.mjs';

const [command = 'start', ...args] = process.argv.slice(2);
const commands = { start, build, test, check, dev, bench, chaos, attack };

// Type stripping announces itself on some versions of Node; nobody can act on that.
const quiet = ['--disable-warning=ExperimentalWarning'];
// V8 keeps the garbage of starting for as long as there is room; with less room for the young it is a third smaller.
const small = ['--max-semi-space-size=8'];
// What one thread frees, glibc otherwise keeps for that thread; and what was large once it keeps for the next large thing.
const few = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
};
const standalone = 'apps/standalone/src/standalone.ts';

async function start() {
  const node = await prepare();
  await buildWeb(node);
  const compiled = `${root}/.tools/compiled`;
  const env = { NODE_ENV: 'production', NODE_COMPILE_CACHE: compiled, ...few, ...process.env };
  return supervise([{ command: node, args: [...quiet, ...small, standalone, ...args], env }]);
}

/** Everything that a start needs, without starting: for whoever runs the processes apart. */
async function build() {
  await buildWeb(await prepare());
  return 0;
}

/** The pages come from vite at PORT, which hands what is for the api to the rest of the site, one port up. */
async function dev() {
  const node = await prepare();
  await buildWeb(node);
  const port = Number(process.env.PORT || 3000);
  const publicUrl = process.env.PUBLIC_URL || `http://localhost:${port}`;
  const apiUrl = `http://127.0.0.1:${port + 1}`;
  const env = { ...process.env, PUBLIC_URL: publicUrl, API_URL: apiUrl };
  const behind = { ...env, PORT: String(port + 1), HOST: '127.0.0.1' };
  const vite = ['node_modules/vite/bin/vite.js', 'dev', '--strictPort', '--port', String(port)];
  return supervise([
    {
      command: node,
      args: [...quiet, '--watch', '--watch-preserve-output', standalone, ...args],
      env: behind,
    },
    { command: node, args: [...vite, '--host', process.env.HOST || 'localhost'], env, folder: 'apps/web' },
  ]);
}

async function test() {
  const missing = findMissing();
  if (missing.length > 0) {
    console.error(`${missing.join('\n')}\n\n0 passed, ${missing.length} failed`);
    return 1;
  }
  const node = await prepare();
  await buildWeb(node);
  return runChecks(node, 'everything');
}

/** The fast half of the tests: what needs no server, no browser and no build. */
async function check() {
  return runChecks(await prepare(), 'fast');
}

/** What is fast, beside its limit, on the pages as they are built: bench/README.md. */
async function bench() {
  const node = await prepare();
  await buildWeb(node);
  return supervise([{ command: node, args: [...quiet, 'bench/bench.ts', ...args], env: process.env }]);
}

/** Breaks the site piece by piece under load, and counts what is lost: chaos/README.md. */
async function chaos() {
  const node = await prepare();
  await buildWeb(node);
  return supervise([{ command: node, args: [...quiet, 'chaos/chaos.ts', ...args], env: process.env }]);
}

/** Asks a made-up coalition for what it must refuse, some ten thousand times: attack/README.md. */
async function attack() {
  const node = await prepare();
  await buildWeb(node);
  return supervise([{ command: node, args: [...quiet, 'attack/attack.ts', ...args], env: process.env }]);
}

async function prepare() {
  const node = await bringNode();
  await installPackages(node, await bringPnpm(node));
  return node;
}

if (!commands[command]) {
  console.error(`There is no command "${command}": it is one of ${Object.keys(commands).join(', ')}.`);
  process.exit(1);
}
try {
  process.exitCode = await commands[command]();
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
