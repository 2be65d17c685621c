import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './tools.mjs';

const follow = pathToFileURL(join(root, 'scripts/follow.mjs')).href;

/**
 * Runs programs until one of them ends or someone wants them to, and resolves to the exit code. Ctrl-C reaches
 * everything in a terminal and is passed on by npm as well; the programs stand apart from that and hear it once, from
 * us. A second Ctrl-C, a second later, ends them by force.
 */
export function supervise(programs) {
  const children = programs.map(startProgram);
  const ended = Promise.all(children.map(({ end }) => end));
  let askedAt = 0;

  const ask = (signal) => {
    const again = askedAt > 0 && Date.now() - askedAt > 1_000;
    if (askedAt > 0 && !again) return;
    askedAt = Date.now();
    for (const { child } of children) child.kill(again ? 'SIGKILL' : signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => ask(signal === 'SIGHUP' ? 'SIGTERM' : signal));
  for (const { end } of children) void end.then(() => askedAt === 0 && children.length > 1 && ask('SIGTERM'));
  watchParent(() => ask('SIGTERM'));
  return ended.then((codes) => codes.find((code) => code !== 0) ?? 0);
}

function startProgram({ command, args, env, folder = '.' }) {
  const child = spawn(command, ['--import', follow, ...args], {
    cwd: join(root, folder),
    env,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const end = new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`${command} cannot be run: ${error.message}.`);
      resolve(1);
    });
    child.once('exit', (code, signal) =>
      resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)),
    );
  });
  return { child, end };
}

/** Should the npm that runs us be killed, nobody would ever stop us. */
function watchParent(lost) {
  if (!process.env.npm_lifecycle_event) return;
  const npm = findNpm();
  const watch = setInterval(() => {
    if (findNpm() === npm) return;
    clearInterval(watch);
    lost();
  }, 500);
  watch.unref();
}

/** npm is our parent, or the parent of the shell that it starts us with. */
function findNpm() {
  try {
    const isShell = readFileSync(`/proc/${process.ppid}/cmdline`, 'utf8').includes('run.mjs');
    const [, parent] = readFileSync(`/proc/${process.ppid}/stat`, 'utf8').split(') ').at(-1).split(' ');
    return isShell ? Number(parent) : process.ppid;
  } catch {
    return process.ppid; // Not Linux.
  }
}
