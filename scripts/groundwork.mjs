#!/usr/bin/env node
// `npx groundwork` in a clone: brings Node and the packages as `npm start` does, and hands over to apps/command. Plain
// JavaScript without dependencies, for any Node >= 18.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bringNode, bringPnpm, installPackages, Refusal, root, tellAside } from './tools.mjs';
import { upgradeClone } from './upgrade.mjs';

try {
  const moving = movingTo(process.argv.slice(2));
  if (moving) process.exit(await upgradeClone(moving));
  // What has to be brought first is told aside: standard output is the command's, and perhaps a program reads it.
  tellAside();
  const node = await bringNode();
  await installPackages(node, await bringPnpm(node));
  const args = ['--disable-warning=ExperimentalWarning', join(root, 'apps/command/src/main.ts')];
  // As `npm start` sets it: what it keeps lies in the clone, wherever one stands.
  const DATA_DIR = process.env.DATA_DIR || join(root, '.data');
  const env = { ...process.env, DATA_DIR, GROUNDWORK_RUNS_AS: 'clone' };
  const child = spawn(node, [...args, ...process.argv.slice(2)], { stdio: 'inherit', env });
  // Ctrl-C in a terminal reaches both; the command decides when it ends.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('close', (code) => (process.exitCode = code ?? 130));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** To which version of the code an upgrade goes; undefined for everything that the command itself does. */
function movingTo([verb, ...args]) {
  if (verb !== 'upgrade' || !args.some((arg) => /^--(to|restart)\b/.test(arg))) return undefined;
  const options = {
    to: { type: 'string' },
    restart: { type: 'string' },
    'without-backup': { type: 'boolean' },
  };
  try {
    const { to, restart, ...rest } = parseArgs({ args, options }).values;
    if (!to) throw new Error('no version');
    return { to, restart, rest: rest['without-backup'] ? ['--without-backup'] : [] };
  } catch {
    throw new Refusal(
      "It is written: groundwork upgrade --to VERSION [--restart 'systemctl restart groundwork'] [--without-backup]",
    );
  }
}
