import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './programs.ts';
import type { Stage } from './stage.ts';

/** Where everything is kept: what is slow to make from run to run, the rest for as long as it is needed. */
export const FOLDER = join(root, '.data-bench');

/** An empty folder that goes with the stage. */
export async function freshFolder(stage: Stage): Promise<string> {
  await mkdir(FOLDER, { recursive: true });
  const folder = await mkdtemp(join(FOLDER, `run-${process.pid}-`));
  stage.ending(() => remove(folder));
  // PostgreSQL, which never runs as root, must get in.
  await chmod(folder, 0o755);
  return folder;
}

/** Removes what runs left that were ended by force. */
export async function dropLeftFolders(): Promise<void> {
  for (const name of await readdir(FOLDER)) {
    const [, pid] = /^run-(\d+)-/.exec(name) ?? [];
    if (pid !== undefined && !existsSync(`/proc/${pid}`)) await remove(join(FOLDER, name));
  }
}

function remove(folder: string) {
  return rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
