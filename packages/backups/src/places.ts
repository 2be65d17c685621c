import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { bucketAt } from './bucket.ts';
import { BackupError } from './error.ts';
import { folderAt } from './folder.ts';
import type { Place } from './stored.ts';

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
  if (!newest)
    throw new BackupError(
      'There is no backup at that place: neither an archive of that name nor a folder of them.',
    );
  return { place, name: newest.name };
}
