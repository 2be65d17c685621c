import sharp, { type Metadata, type Sharp } from 'sharp';
import { isPicture } from './sniff.ts';

export type Picture = { bytes: Uint8Array; contentType: 'image/webp'; width: number; height: number };

/** At most 1200 pixels wide, and the same at most 480 wide for phones. */
export type ShrunkPicture = Picture & { phone: Picture };

/** `picture.unreadable`: not a whole JPEG, PNG, WebP or AVIF. `picture.too-large`: more than can be unfolded. */
export type UndrawnPicture = { refused: 'picture.unreadable' | 'picture.too-large' };

/** Bytes that a picture may take while it is read. The 50 million pixels of a good phone take 150 million of them. */
const MOST_UNFOLDED = 320_000_000;
type Box = { width: number; height: number };
const LARGE = { width: 1200, height: 2400 };
const PHONE = { width: 480, height: 960 };

// What decodes a stranger's file is code that can be wrong, so only the four kinds we want have any.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['Jpeg', 'Png', 'Webp', 'Heif'].map((kind) => `VipsForeignLoad${kind}Buffer`) });
// One picture must not take every core from those who read, nor stay in memory once it is done.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Makes a stranger's picture fit to publish: drawn anew as WebP, upright, the first frame of a moving one, and without
 * anything that came along (place, camera, name). Quality goes down until a phone's copy is at most 40 kB and the
 * large one 160 kB, or as near as quality alone can bring them.
 */
export async function drawPicture(bytes: Uint8Array): Promise<ShrunkPicture | UndrawnPicture> {
  if (!isPicture(bytes)) return { refused: 'picture.unreadable' };
  try {
    // Asked of the header, before a small file unfolds into gigabytes.
    const header = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (unfolded(header) > MOST_UNFOLDED) return { refused: 'picture.too-large' };
    // Decoded once; each size and quality then starts from these pixels.
    const pixels = await fit(sharp(bytes, { failOn: 'error', autoOrient: true }), LARGE);
    const large = await encode(pixels, 160_000);
    return { ...large, phone: await encode(await fit(pixels.image(), PHONE), 40_000) };
  } catch {
    return { refused: 'picture.unreadable' };
  }
}

/**
 * The bytes that reading a picture takes, from its header. A plain JPEG is made small as it is read; one that comes in
 * several passes, or an interlaced PNG, is held twice, and an AVIF in six layers (measured, each turned and not).
 */
function unfolded(
  header: Pick<Metadata, 'width' | 'height' | 'channels' | 'depth' | 'format' | 'isProgressive'>,
) {
  const { width, height, channels, depth, format, isProgressive } = header;
  const copies = format === 'heif' ? 6 : isProgressive ? 2 : 1;
  return width * height * channels * (depth === 'uchar' ? 1 : 2) * copies;
}

type Pixels = Box & { image(): Sharp };

async function fit(picture: Sharp, box: Box): Promise<Pixels> {
  const { data, info } = await picture
    .resize({ ...box, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return { width, height, image: () => sharp(data, { raw: { width, height, channels } }) };
}

async function encode({ image, width, height }: Pixels, budget: number): Promise<Picture> {
  let bytes = Buffer.alloc(0);
  for (const quality of [78, 65, 50, 35, 20]) {
    bytes = await image().webp({ quality, effort: 4 }).toBuffer();
    if (bytes.byteLength <= budget) break;
  }
  return { bytes, contentType: 'image/webp', width, height };
}
