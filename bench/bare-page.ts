import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { FOLDER } from './folders.ts';
import { root, startProgram, type Program } from './programs.ts';
import { idOf } from './seeding/ids.ts';
import type { Stage } from './stage.ts';

export const BARE_PAGE = 'bare SvelteKit with adapter-node, 20 rows through a pool';

/** Starts the bare page: at `/` a list of 20 rows of this database, at `/empty` nothing. */
export async function startBarePage(stage: Stage, databaseUrl = ''): Promise<Program> {
  built ??= build();
  return startProgram(stage, join(await built, 'index.js'), {
    env: { DATABASE_URL: databaseUrl, GROUP_ID: idOf('group', 1) },
    ready: '/empty',
  });
}

let built: Promise<string> | undefined;

/** Where the data to measure on lies. */
async function build(): Promise<string> {
  const out = join(FOLDER, 'page');
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build'], {
    cwd: join(root, 'bench/limits/page'),
    env: { ...process.env, NODE_ENV: 'production', OUT: out },
  });
  return out;
}
