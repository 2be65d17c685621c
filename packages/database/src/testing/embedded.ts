import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inject, onTestFinished } from 'vitest';

const run = promisify(execFile);
const MEMORY = '/dev/shm';
const ROOM_BYTES = 1_000_000_000;

/** A folder that is gone when the test ends; in memory where there is room, so that nobody waits for a disk. */
export async function aQuickFolder(): Promise<string> {
  const folder = await mkdtemp(join((await hasSpace()) ? MEMORY : tmpdir(), 'gw '));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** Makes `dataDir` one in which an embedded server was started before, and stopped. */
export async function startedBefore(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  await run('cp', ['-R', join(inject('testServer').madeBefore, 'postgres'), dataDir]);
}

async function hasSpace(): Promise<boolean> {
  if (!existsSync(MEMORY)) return false;
  const { bavail, bsize } = await statfs(MEMORY);
  return bavail * bsize > ROOM_BYTES;
}
