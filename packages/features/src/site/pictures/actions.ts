import { PictureRefused, shrinkPicture, type ShrunkPicture } from '@groundwork/files/pictures';
import type { House } from '../../context.ts';
import { Invalid } from '../../errors.ts';
import { newPictureKey, phoneKey } from './keys.ts';

/**
 * Keeps a picture that someone sent: drawn anew in two sizes, with nothing of the camera or the place in it. Returns its
 * key. What is no picture, or too big, is refused (422, field `picture`). Never changes, so it may be cached for ever.
 */
export async function keepPicture({ files }: Pick<House, 'files'>, bytes: Uint8Array): Promise<string> {
  const picture = await shrink(bytes);
  const key = newPictureKey(picture);
  await files.put(phoneKey(key), picture.phone.bytes);
  await files.put(key, picture.bytes);
  return key;
}

async function shrink(bytes: Uint8Array): Promise<ShrunkPicture> {
  try {
    return await shrinkPicture(bytes);
  } catch (error) {
    if (!(error instanceof PictureRefused)) throw error;
    const code = error.code === 'picture.too-large' ? 'pictures.too-big' : 'pictures.unreadable';
    throw new Invalid([{ name: 'picture', code }]);
  }
}
