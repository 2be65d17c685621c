import { openBucket } from '@groundwork/files/buckets';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BackupError } from './error.ts';

export type Kept = { name: string; at: Date; bytes: number };

/** Where archives are kept. */
export type Place = {
  /** Keeps it whole or not at all, and returns how many bytes it took. */
  write(name: string, bytes: Readable, signal?: AbortSignal): Promise<number>;
  read(name: string): Promise<Readable>;
  /** Newest first; what is not ours is not listed. */
  list(): Promise<Kept[]>;
  remove(name: string): Promise<void>;
};

const NAME = /^groundwork-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.tar\.zst\.age$/;

/** A folder, or a bucket at `s3://...`. */
export function openPlace(address: string): Place {
  return address.startsWith('s3://') ? bucketAt(address) : folderAt(resolve(address));
}

/** The place and the name of one archive, given as either; of a place, the newest. Throws BackupError when there is none. */
export async function findArchive(given: string): Promise<{ place: Place; name: string }> {
  const isFile = !given.startsWith('s3://') && (await stat(given).catch(() => null))?.isFile();
  if (isFile) return { place: folderAt(dirname(resolve(given))), name: basename(given) };
  const named = given.startsWith('s3://') ? /^(.*)\/([^/?]+\.age)(\?.*)?$/.exec(given) : null;
  if (named) return { place: openPlace(`${named[1] ?? ''}${named[3] ?? ''}`), name: named[2] ?? '' };
  const place = openPlace(given);
  const [newest] = await place.list();
  if (!newest) throw new BackupError('There is no backup at that place.');
  return { place, name: newest.name };
}

function folderAt(folder: string): Place {
  return {
    async write(name, bytes, signal) {
      const path = join(folder, name);
      const draft = `${path}.partial`;
      try {
        await mkdir(folder, { recursive: true });
        await pipeline(bytes, createWriteStream(draft, { mode: 0o600, flush: true }), { signal });
        await rename(draft, path);
        await settle(folder);
        return (await stat(path)).size;
      } catch (error) {
        await rm(draft, { force: true }).catch(() => undefined);
        throw told(error);
      }
    },
    async read(name) {
      const file = await open(join(folder, name)).catch(() => null);
      await file?.close();
      if (!file) throw new BackupError('The archive cannot be read: is its name right, and may we read it?');
      return createReadStream(join(folder, name));
    },
    async list() {
      const names = await readdir(folder).catch(() => []);
      const found = names.filter((name) => NAME.test(name));
      return newestFirst(
        await Promise.all(
          found.map(async (name) => ({
            name,
            at: momentOf(name),
            bytes: (await stat(join(folder, name))).size,
          })),
        ),
      );
    },
    remove: (name) => rm(join(folder, name), { force: true }),
  };
}

function bucketAt(address: string): Place {
  const bucket = openBucket(address);
  return {
    async write(name, bytes, signal) {
      let size = 0;
      const counting = new Transform({
        transform(chunk: Buffer, _encoding, pass) {
          size += chunk.length;
          pass(null, chunk);
        },
      });
      const filling = pipeline(bytes, counting, { signal, end: true });
      await Promise.all([bucket.write(name, counting), filling]);
      return size;
    },
    async read(name) {
      const bytes = await bucket.get(name);
      if (!bytes) throw new BackupError('There is no archive of that name in the bucket.');
      return bytes;
    },
    async list() {
      const found: Kept[] = [];
      for await (const { key, bytes } of bucket.list())
        if (NAME.test(key)) found.push({ name: key, at: momentOf(key), bytes });
      return newestFirst(found);
    },
    remove: (name) => bucket.remove(name),
  };
}

function momentOf(name: string): Date {
  const [, day = '', hours = '', minutes = '', seconds = ''] = NAME.exec(name) ?? [];
  return new Date(`${day}T${hours}:${minutes}:${seconds}Z`);
}

function newestFirst(found: Kept[]): Kept[] {
  return found.sort((a, b) => b.at.getTime() - a.at.getTime());
}

/** A renamed file is on the disk when its folder is. */
async function settle(folder: string) {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}

function told(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC')
    return new BackupError('The disk of the backups is full, so none was made: make room there.');
  if (code === 'EACCES' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST')
    return new BackupError(
      'The folder of the backups cannot be written: choose another, or let this account write there.',
    );
  return error;
}
