import sharp, { type Metadata, type Sharp } from 'sharp';
import { isPicture } from './sniff.ts';

export type Picture = { bytes: Buffer; contentType: 'image/webp'; width: number; height: number };

/** At most 1200 pixels wide, and the same at most 480 wide for phones. */
export type ShrunkPicture = Picture & { phone: Picture };

/** `picture.unreadable`: not a whole JPEG, PNG, WebP or AVIF. `picture.too-large`: over 20 MB or 50 million pixels. */
export class PictureRefused extends Error {
  override name = 'PictureRefused';
  readonly code: 'picture.unreadable' | 'picture.too-large';

  constructor(code: PictureRefused['code'], options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

const mostBytes = 20_000_000;
const mostPixels = 50_000_000;

// What decodes a stranger's file is code that can be wrong, so only the four kinds we want have any.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['Jpeg', 'Png', 'Webp', 'Heif'].map((kind) => `VipsForeignLoad${kind}Buffer`) });
// One picture must not take every core from those who read, nor stay in memory once it is done.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Makes a stranger's picture fit to publish: drawn anew as WebP, upright, the first frame of a moving one, and without
 * anything that came along (place, camera, name). Quality goes down until a phone's copy is at most 40 kB and the
 * large one 160 kB, or as near as quality alone can bring them. Throws PictureRefused.
 */
export async function shrinkPicture(bytes: Uint8Array): Promise<ShrunkPicture> {
  if (bytes.byteLength > mostBytes) throw new PictureRefused('picture.too-large');
  if (!isPicture(bytes)) throw new PictureRefused('picture.unreadable');
  const { width, height } = await read(() => sharp(bytes, { limitInputPixels: false }).metadata());
  // Asked of the header, before a small file unfolds into gigabytes.
  if (width * height > mostPixels) throw new PictureRefused('picture.too-large');
  const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', autoOrient: true });
  const large = await read(() => shrink(picture, { width: 1200, height: 2400 }, 160_000));
  return { ...large, phone: await read(() => shrink(picture, { width: 480, height: 960 }, 40_000)) };
}

async function shrink(
  picture: Sharp,
  box: { width: number; height: number },
  budget: number,
): Promise<Picture> {
  // The pixels are decoded and made small once; each quality then starts from them.
  const { data: pixels, info } = await picture
    .clone()
    .resize({ ...box, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  let encoded = Buffer.alloc(0);
  for (const quality of [78, 65, 50, 35, 20]) {
    encoded = await sharp(pixels, { raw: { width, height, channels } })
      .webp({ quality, effort: 4 })
      .toBuffer();
    if (encoded.byteLength <= budget) break;
  }
  return { bytes: encoded, contentType: 'image/webp', width, height };
}

async function read<T extends Metadata | Picture>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new PictureRefused('picture.unreadable', { cause: error });
  }
}
