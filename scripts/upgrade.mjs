// `npx groundwork upgrade --to v0.2.0` in a clone: brings another version of the code, the tables with it, and goes back
// to the version before if anything fails. Plain JavaScript that is read whole before the code around it changes.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Refusal, root } from './tools.mjs';

const PATIENCE_MS = 120_000;

/**
 * `to` is a tag or a commit; `restart` a command of the host's that starts the site again, such as
 * `systemctl restart groundwork`. Resolves to the exit code; throws Refusal when nothing was begun.
 */
export async function upgradeClone({ to, restart, rest }) {
  const before = git('rev-parse', '--verify', 'HEAD');
  if (before === null) throw new Refusal('This is no clone: bring the new version as you brought this one.');
  if (git('status', '--porcelain', '--untracked-files=no') !== '')
    throw new Refusal('The code here was changed by hand: commit it or take it back first (git status).');
  git('fetch', '--quiet', '--tags');
  const wanted = git('rev-parse', '--verify', '--quiet', `${to}^{commit}`);
  if (!wanted) throw new Refusal(`There is no version ${to}, neither here nor where this clone came from.`);
  const branch = git('symbolic-ref', '--quiet', '--short', 'HEAD') || before;

  const back = async (why) => {
    console.error(`${why} Going back to the version before.`);
    if (!bring(branch) || !(await start(restart)))
      console.error('The version before does not start either: see its log. The data is as it was.');
    else console.error('The version before is here again, and nothing was lost.');
    return 1;
  };
  if (!bring(wanted)) return back(`Version ${to} could not be installed or built.`);
  if (!run(process.execPath, 'scripts/groundwork.mjs', 'upgrade', ...rest))
    return back('The tables were not changed.');
  if (!(await start(restart))) return back(`Version ${to} did not become ready.`);
  console.log(restart ? `Version ${to} is running.` : `Version ${to} is here: start the site again.`);
  return 0;
}

/** Puts a version's code here, with its packages and its pages. */
function bring(version) {
  return git('checkout', '--quiet', version) !== null && run(process.execPath, 'scripts/run.mjs', 'build');
}

/** Starts the site again, if we were told how, and waits until it is ready. */
async function start(restart) {
  if (!restart) return true;
  if (spawnSync(restart, { shell: true, stdio: 'inherit', cwd: root }).status !== 0) return false;
  const url = `http://127.0.0.1:${process.env.PORT || 3000}/readyz`;
  for (const began = Date.now(); Date.now() - began < PATIENCE_MS; await pause(500)) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(3_000) }).catch(() => null);
    if (answer?.ok) return true;
  }
  return false;
}

/** What git prints, or null when it refuses. */
function git(...args) {
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

function run(command, ...args) {
  return spawnSync(command, args.map(absolute), { cwd: root, stdio: 'inherit' }).status === 0;
}

function absolute(argument) {
  return argument.startsWith('scripts/') ? join(root, argument) : argument;
}
