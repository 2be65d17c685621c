import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bringPnpm, root } from '../scripts/tools.mjs';

const run = promisify(execFile);

type Release = { version: string; commit: string };

/**
 * The last version that is out, installed in a folder of its own. Throws when this clone does not reach back to it:
 * `git fetch --unshallow` brings what is missing.
 */
export async function bringLastRelease(): Promise<{ folder: string; remove(): Promise<void> }> {
  const releases = JSON.parse(
    await readFile(join(root, 'packages/database/releases.json'), 'utf8'),
  ) as Release[];
  const last = releases.at(-1);
  if (!last) throw new Error('packages/database/releases.json names no version.');
  const folder = await mkdtemp(join(tmpdir(), 'groundwork earlier-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await unpack(last, folder);
    const install = ['install', '--frozen-lockfile', '--prefer-offline', '--prod', '--ignore-scripts'];
    await run(process.execPath, [await bringPnpm(), ...install], {
      cwd: folder,
      env: { ...process.env, CI: 'true' },
    });
    return { folder, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function unpack({ version, commit }: Release, folder: string) {
  const archive = join(folder, 'code.tar');
  try {
    await run('git', ['archive', '--format=tar', `--output=${archive}`, commit], { cwd: root });
  } catch {
    throw new Error(`This clone has no commit of version ${version}: git fetch --unshallow brings it.`);
  }
  await run('tar', ['-xf', archive, '-C', folder]);
  await rm(archive);
}
