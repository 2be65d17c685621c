import type { Readable } from 'node:stream';
import type { House } from '../../context.ts';
import { Invalid, NotFound } from '../../errors.ts';
import { isPictureFile, pictureSize } from '../picture-keys.ts';

/** The bytes of a picture (WebP). Other files that this site keeps are not given out here. */
export async function openPicture({ files }: Pick<House, 'files'>, key: string): Promise<Readable> {
  const bytes = isPictureFile(key) ? await files.get(key) : null;
  if (!bytes) throw new NotFound('picture');
  return bytes;
}

/** Refuses (422, the named field) a key under which there is no picture. */
export async function requirePicture(
  { files }: Pick<House, 'files'>,
  key: string,
  field = 'pictureKey',
): Promise<void> {
  const bytes = pictureSize(key) ? await files.get(key) : null;
  if (!bytes) throw new Invalid([{ name: field, code: 'pictures.missing' }]);
  bytes.destroy();
}
