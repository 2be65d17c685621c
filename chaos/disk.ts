import { execFile, execFileSync } from 'node:child_process';
import { mkdir, open, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const STRETCH = 1_048_576;

/** A small disk of its own, that can be filled to its last byte. */
export type Disk = { folder: string; fill(): Promise<void>; free(): Promise<void>; close(): Promise<void> };

/** Makes a file system in a file below `home` and mounts it. Null where that is not allowed: it takes root. */
export async function makeDisk(home: string, name: string, megabytes: number): Promise<Disk | null> {
  const image = join(home, `${name}.image`);
  const folder = join(home, name);
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(image, '');
    await truncate(image, megabytes * 1_048_576);
    await run('mkfs.ext4', ['-q', '-F', '-m', '0', image]);
    await run('mount', ['-o', 'loop', image, folder]);
  } catch {
    return null;
  }
  // What the file system itself lays down would look like a folder in use.
  await rm(join(folder, 'lost+found'), { recursive: true });
  const ballast = join(folder, 'ballast');
  const unmount = () => void execFileSync('umount', ['--lazy', folder]);
  // A run that dies must not leave its disks behind.
  process.on('exit', unmount);
  return {
    folder,
    fill: () => fill(ballast),
    free: () => rm(ballast, { force: true }),
    async close() {
      process.off('exit', unmount);
      unmount();
    },
  };
}

/** Large stretches first, then ever smaller ones, until not a byte is left. */
async function fill(path: string): Promise<void> {
  const file = await open(path, 'a');
  try {
    for (let size = STRETCH; size >= 512; size /= 2) {
      while (await fits(file, Buffer.alloc(size)));
    }
    await file.sync().catch(() => {});
  } finally {
    await file.close();
  }
}

async function fits(file: Awaited<ReturnType<typeof open>>, bytes: Buffer): Promise<boolean> {
  try {
    const { bytesWritten } = await file.write(bytes);
    return bytesWritten === bytes.length;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return false;
    throw error;
  }
}
