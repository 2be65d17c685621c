import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const STATIC = join(import.meta.dirname, '../../../../apps/web/static');

/** Runs a script that the site hands out, as somebody would who has these files beside it; answers its code and what it said. */
export async function runHandedOut(script: string, files: Record<string, string>, ...more: string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'handed-out-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const paths: string[] = [];
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await writeFile(path, content);
    paths.push(path);
  }
  return new Promise<{ code: number; said: string }>((resolve) => {
    execFile(process.execPath, [join(STATIC, script), ...paths, ...more], (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: stdout + stderr }),
    );
  });
}
