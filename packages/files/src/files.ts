import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Bucket } from './buckets.ts';

/** Where uploads rest: a folder, or a bucket. */
export interface Files {
  /** Stores the bytes whole or not at all; the same key again replaces them. Throws TypeError when the key is malformed. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** The bytes, or null when there are none under this key, whatever the key looks like. */
  get(key: string): Promise<Readable | null>;
  /** Removes what is there; nothing there is fine too. */
  remove(key: string): Promise<void>;
  /** Every file there is, in no order; one that comes meanwhile may be missing. */
  list(): AsyncIterable<{ key: string; bytes: number }>;
}

/** A key that cannot be guessed. A variant of the same thing may carry a suffix, such as `-480`. */
export function newFileKey(): string {
  return randomBytes(16).toString('hex');
}

/** Of a file with people in it, which was prepared for somebody to have for a day. No backup holds it. */
export function newPeopleFileKey(): string {
  return `${OF_PEOPLE}${newFileKey()}`;
}

/** Whether it is one of those, or a part of one. */
export function isPeopleFile(key: string): boolean {
  return key.startsWith(OF_PEOPLE);
}

const OF_PEOPLE = 'people-';

/** Keeps files in the bucket at `filesUrl`, else in the folder `files` of `dataDir`, which is made when the first one comes. */
export function openFiles({ dataDir, filesUrl }: { dataDir: string; filesUrl?: string | undefined }): Files {
  return filesUrl ? inBucket(filesUrl) : inFolder(join(dataDir, 'files'));
}

function inFolder(folder: string): Files {
  return {
    async put(key, bytes) {
      mustBeKey(key);
      await writeWhole(pathOf(folder, key), bytes);
    },
    async get(key) {
      if (!isKey(key)) return null;
      const file = await open(pathOf(folder, key)).catch(unlessAbsent);
      return file?.createReadStream() ?? null;
    },
    async remove(key) {
      if (isKey(key)) await rm(pathOf(folder, key), { force: true });
    },
    async *list() {
      for (const part of (await readdir(folder).catch(unlessAbsent)) ?? []) {
        for (const key of (await readdir(join(folder, part)).catch(unlessAbsent)) ?? []) {
          const found = isKey(key) ? await stat(pathOf(folder, key)).catch(unlessAbsent) : null;
          if (found) yield { key, bytes: found.size };
        }
      }
    },
  };
}

/** What speaks to buckets is loaded only by those who have one. */
function inBucket(address: string): Files {
  let opening: Promise<Bucket> | undefined;
  const bucket = () => (opening ??= import('./buckets.ts').then(({ openBucket }) => openBucket(address)));
  return {
    async put(key, bytes) {
      mustBeKey(key);
      await (await bucket()).put(key, bytes);
    },
    get: async (key) => (isKey(key) ? (await bucket()).get(key) : null),
    async remove(key) {
      if (isKey(key)) await (await bucket()).remove(key);
    },
    async *list() {
      for await (const { key, bytes } of (await bucket()).list()) if (isKey(key)) yield { key, bytes };
    },
  };
}

function mustBeKey(key: string): void {
  if (!isKey(key))
    throw new TypeError('The key of a file is 16 to 64 lower-case letters, digits and dashes.');
}

/** No dot and no slash, so no key leads out of the folder; no capitals, so none meet where case does not count. */
function isKey(key: string): boolean {
  return /^[a-z0-9][a-z0-9-]{15,63}$/.test(key);
}

/** Spread over 256 folders: some file systems grow slow with a million names in one. */
function pathOf(folder: string, key: string): string {
  return join(folder, key.slice(0, 2), key);
}

/** Under another name first, and on the disk before it gets its own: a crash leaves the old bytes or the new ones. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function unlessAbsent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
