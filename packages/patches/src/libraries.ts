import { lstat, readFile, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/**
 * A package cannot carry symbolic links, so this one lists those its libraries need and makes them when it is
 * installed. Package managers skip such scripts, or restore a package from a cache without them; so we look again.
 */
export async function linkLibraries(home: string): Promise<void> {
  const list = await readFile(join(home, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as { source: string; target: string }[];
  const last = links.at(-1);
  if (!last || (await lstat(join(home, last.target)).catch(() => null))) return;
  for (const { source, target } of links) {
    // One that is there already, or a folder that is not ours to write: PostgreSQL tells if that matters.
    await symlink(relative(dirname(target), source), join(home, target)).catch(() => undefined);
  }
}
