import { randomBytes } from 'node:crypto';
import { createWriteStream, existsSync, type StatsFs } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { BackupError } from './error.ts';
import {
  isArchiveName,
  storedArchive,
  newestArchiveFirst,
  type StoredArchive,
  type Place,
} from './stored.ts';

export function folderAt(folder: string): Place {
  return {
    async write(name, bytes, signal) {
      const path = join(folder, name);
      // Of its own, for two may be made at once.
      const draft = `${path}.${randomBytes(6).toString('hex')}.partial`;
      try {
        await makeFolder(folder);
        await forgetDrafts(folder);
        mustFit(await statfs(folder), await listFolder(folder));
        await pipeline(bytes, createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }), {
          signal,
        });
        await rename(draft, path);
        await settle(folder);
        return (await stat(path)).size;
      } catch (error) {
        bytes.destroy();
        await rm(draft, { force: true }).catch(() => undefined);
        throw asBackupError(error);
      }
    },
    async read(name) {
      const file = await open(join(folder, name)).catch(() => null);
      if (file) return file.createReadStream();
      throw new BackupError('The archive cannot be read: is its name right, and may we read it?');
    },
    list: () => listFolder(folder),
    remove: (name) => rm(join(folder, name), { force: true }),
  };
}

async function listFolder(folder: string): Promise<StoredArchive[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw new BackupError(
      'The folder of the backups cannot be read: is it one, and may this account look in?',
    );
  });
  const found = names.filter((name) => isArchiveName(name));
  return newestArchiveFirst(
    await Promise.all(found.map(async (name) => storedArchive(name, (await stat(join(folder, name))).size))),
  );
}

/** Node's own `recursive` asks for ever where the system says that there is no such place, as it does within /proc. */
async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  await makeFolder(dirname(folder));
  await mkdir(folder).catch((error: unknown) => {
    // Another backup may just have made it.
    if (codeOf(error) !== 'EEXIST') throw error;
  });
}

const HOUR_MS = 3_600_000;

/** Removes what was left by those that were ended by force: nobody has written to it for an hour. */
async function forgetDrafts(folder: string) {
  for (const name of await readdir(folder)) {
    if (!/^groundwork-.*\.partial$/.test(name)) continue;
    const draft = await stat(join(folder, name)).catch(() => null);
    if (draft && Date.now() - draft.mtimeMs > HOUR_MS) await rm(join(folder, name), { force: true });
  }
}

/** What others on the same disk, the database above all, need to go on. */
const RESERVE = 67_108_864;

/** A backup is about as large as the one before. One that fills the disk would stop whoever shares it. */
function mustFit({ bavail, bsize }: StatsFs, [newest]: StoredArchive[]) {
  if (bavail * bsize > (newest?.bytes ?? 0) + RESERVE) return;
  throw new BackupError(
    'The disk of the backups has no room for one as large as the last, so none was made: make room there.',
  );
}

/** A renamed file is on the disk when its folder is. */
async function settle(folder: string) {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function asBackupError(error: unknown): unknown {
  const code = codeOf(error);
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code))
    return new BackupError('The disk of the backups is full, so none was made: make room there.');
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT'].includes(code))
    return new BackupError(
      'The folder of the backups cannot be written: choose another, or let this account write there.',
    );
  return error;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
