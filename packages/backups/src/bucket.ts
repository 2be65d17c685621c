import { openBucket } from '@groundwork/files/buckets';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BackupError } from './error.ts';
import {
  isArchiveName,
  storedArchive,
  newestArchiveFirst,
  type StoredArchive,
  type Place,
} from './stored.ts';

export function bucketAt(address: string): Place {
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
      const storing = bucket.write(name, counting).catch((error: unknown) => {
        counting.destroy(error as Error);
        throw error;
      });
      // Both, so that what was begun in the bucket is taken back before anyone hears that it failed.
      const [filled, stored] = await Promise.allSettled([pipeline(bytes, counting, { signal }), storing]);
      if (filled.status === 'rejected') throw filled.reason;
      if (stored.status === 'rejected') throw stored.reason;
      return size;
    },
    async read(name) {
      const bytes = await bucket.get(name);
      if (!bytes) throw new BackupError('There is no archive of that name in the bucket.');
      return bytes;
    },
    async list() {
      const found: StoredArchive[] = [];
      for await (const { key, bytes } of bucket.list())
        if (isArchiveName(key)) found.push(storedArchive(key, bytes));
      return newestArchiveFirst(found);
    },
    remove: (name) => bucket.remove(name),
  };
}
