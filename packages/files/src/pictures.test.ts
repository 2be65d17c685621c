import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { aPng } from './testing/pngs.ts';
import { AsideBusy, PictureRefused, shrinkPicture } from './pictures.ts';

/** Left half red, right half blue, so that turning shows. */
function aPicture(width: number, height: number) {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at++) pixels[at * 3 + (at % width < width / 2 ? 0 : 2)] = 255;
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** Nothing is harder to shrink than noise. */
function noise(width: number, height: number) {
  return sharp({
    create: {
      width,
      height,
      channels: 3,
      background: 'grey',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  });
}

const codeOf = (bytes: Uint8Array) =>
  shrinkPicture(bytes).then(
    () => 'taken',
    (error: unknown) => (error instanceof PictureRefused ? error.code : error),
  );

describe.each(['jpeg', 'png', 'webp', 'avif'] as const)('a %s', (format) => {
  test('becomes a WebP of at most 1200, and one of at most 480 for phones', async () => {
    const picture = await shrinkPicture(await aPicture(1800, 900).toFormat(format).toBuffer());
    expect(picture).toMatchObject({ contentType: 'image/webp', width: 1200, height: 600 });
    expect(picture.phone).toMatchObject({ contentType: 'image/webp', width: 480, height: 240 });
    expect(await sharp(picture.bytes).metadata()).toMatchObject({ format: 'webp', width: 1200, height: 600 });
    expect(await sharp(picture.phone.bytes).metadata()).toMatchObject({
      format: 'webp',
      width: 480,
      height: 240,
    });
  });
});

test('a small picture is not blown up', async () => {
  const picture = await shrinkPicture(await aPicture(300, 200).png().toBuffer());
  expect(picture).toMatchObject({ width: 300, height: 200, phone: { width: 300, height: 200 } });
});

test('a picture’s place, camera and other metadata are gone', async () => {
  const exif = {
    IFD0: { Artist: 'Ada', Make: 'Phone' },
    IFD3: { GPSLatitude: '41/1 23/1 0/1', GPSLatitudeRef: 'N' },
  };
  const original = await aPicture(600, 400)
    .withExif(exif)
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>')
    .jpeg()
    .toBuffer();
  expect((await sharp(original).metadata()).exif?.includes('Ada')).toBe(true);
  const { bytes, phone } = await shrinkPicture(original);
  for (const copy of [bytes, phone.bytes]) {
    const { exif: left, xmp, icc, iptc } = await sharp(copy).metadata();
    expect([left, xmp, icc, iptc]).toEqual([undefined, undefined, undefined, undefined]);
  }
});

test('a picture that its camera held sideways stands upright', async () => {
  const sideways = await aPicture(400, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const { bytes, width, height } = await shrinkPicture(sideways);
  expect({ width, height }).toEqual({ width: 200, height: 400 });
  const top = await sharp(bytes).extract({ left: 100, top: 20, width: 1, height: 1 }).raw().toBuffer();
  expect((top[0] ?? 0) > 200 && (top[2] ?? 255) < 50).toBe(true);
});

test('a transparent picture stays transparent', async () => {
  const clear = sharp({
    create: { width: 100, height: 100, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0 } },
  });
  const { bytes } = await shrinkPicture(await clear.png().toBuffer());
  expect((await sharp(bytes).stats()).isOpaque).toBe(false);
});

test('a busy picture still fits a phone in 40 kB', async () => {
  const busy = await noise(960, 640).blur(1.2).jpeg({ quality: 95 }).toBuffer();
  const { phone } = await shrinkPicture(busy);
  expect(phone.bytes.byteLength).toBeLessThanOrEqual(40_000);
});

test('the first frame of a moving picture is taken', async () => {
  const frames = Buffer.concat([Buffer.alloc(100 * 100 * 3, 0), Buffer.alloc(100 * 100 * 3, 255)]);
  const moving = sharp(frames, { raw: { width: 100, height: 200, channels: 3, pageHeight: 100 } });
  const { bytes, height } = await shrinkPicture(await moving.webp({ loop: 0, delay: [100, 100] }).toBuffer());
  expect(height).toBe(100);
  expect((await sharp(bytes).stats()).channels[0]?.mean).toBeLessThan(5);
});

test('a small file that would unpack into gigabytes is too large', async () => {
  const bomb = aPng(40_000, 40_000);
  expect(bomb.byteLength).toBeLessThan(1000);
  expect(await codeOf(bomb)).toBe('picture.too-large');
});

test('the unpacked size of a picture counts: sixteen bits, transparent and interlaced', async () => {
  const size = [8600, 5800] as const;
  expect(await codeOf(aPng(...size, { depth: 16, kind: 6, interlaced: true }))).toBe('picture.too-large');
  expect(await codeOf(aPng(...size, { depth: 8, kind: 6, interlaced: true }))).toBe('picture.too-large');
  // Cut off, and so unreadable, but not for its size.
  expect(await codeOf(aPng(...size))).toBe('picture.unreadable');
});

test('the largest photo of a good phone is taken, in one pass or in several', async () => {
  const photo = () => sharp({ create: { width: 8160, height: 6120, channels: 3, background: 'teal' } });
  for (const progressive of [false, true]) {
    const picture = await shrinkPicture(await photo().jpeg({ progressive }).toBuffer());
    expect(picture).toMatchObject({ width: 1200, height: 900 });
  }
});

test('a picture that comes when enough are being drawn is refused, and the others are drawn', async () => {
  const picture = await aPicture(30, 20).png().toBuffer();
  const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => shrinkPicture(picture)));
  const refused = outcomes.filter(({ status }) => status === 'rejected');
  expect(refused.map((one) => (one as PromiseRejectedResult).reason)).toEqual([
    ...[expect.any(AsideBusy), expect.any(AsideBusy), expect.any(AsideBusy)],
  ]);
});

test('a file of more than 20 MB is too large', async () => {
  expect(await codeOf(Buffer.alloc(20_000_001))).toBe('picture.too-large');
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['words', Buffer.from('this is not a picture, whatever its name')],
  ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['GIF', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1')],
  ['the start of a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
  ['the start of an AVIF', Buffer.from('\0\0\0\x20ftypavif\0\0\0\0', 'latin1')],
  ['TIFF', Buffer.from('II*\0\x08\0\0\0', 'latin1')],
])('%s is unreadable', async (_name, bytes) => {
  expect(await codeOf(bytes)).toBe('picture.unreadable');
});

test('a picture that was cut off is unreadable', async () => {
  const whole = await noise(800, 600).png().toBuffer();
  expect(await codeOf(whole.subarray(0, whole.byteLength / 2))).toBe('picture.unreadable');
});
