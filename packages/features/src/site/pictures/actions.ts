import {
  AsideBusy as DrawingBusy,
  PictureRefused,
  shrinkPicture,
  type ShrunkPicture,
} from '@groundwork/files/pictures';
import type { House } from '../../context.ts';
import { Busy, Invalid } from '../../errors.ts';
import { newPictureKey, phoneKey } from '../picture-keys.ts';
import { pictures } from './tables.ts';

/**
 * Keeps a picture that someone sent: drawn anew in two sizes, with nothing of the camera or the place in it. Returns its
 * key. What is no picture, or too big, is refused (422, field `picture`); when many are being drawn, Busy. Never changes,
 * so it may be cached for ever.
 */
export async function storePicture(
  { db, files }: Pick<House, 'db' | 'files'>,
  bytes: Uint8Array,
): Promise<string> {
  const picture = await shrink(bytes);
  const key = newPictureKey(picture);
  // Known before it is there: a crash in between leaves nothing that nobody would ever drop.
  await db.insert(pictures).values({ key });
  await files.put(phoneKey(key), picture.phone.bytes);
  await files.put(key, picture.bytes);
  return key;
}

/** Drops pictures, in both sizes. What is gone already is fine. */
export async function dropPictures({ files }: Pick<House, 'files'>, keys: string[]): Promise<void> {
  for (const key of keys) {
    await files.remove(phoneKey(key));
    await files.remove(key);
  }
}

async function shrink(bytes: Uint8Array): Promise<ShrunkPicture> {
  try {
    return await shrinkPicture(bytes);
  } catch (error) {
    if (error instanceof DrawingBusy) throw new Busy();
    if (!(error instanceof PictureRefused)) throw error;
    const code = error.code === 'picture.too-large' ? 'pictures.too-big' : 'pictures.unreadable';
    throw new Invalid([{ name: 'picture', code }]);
  }
}
