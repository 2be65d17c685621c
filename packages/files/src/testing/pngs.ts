import { crc32, deflateSync } from 'node:zlib';

/**
 * A PNG that claims to be like this. `kind` as in its header: 0 is grey, 2 RGB, 6 RGB and alpha; `pixels`: the lines in
 * it, each with the byte before it that says how it was filtered; next to nothing unless told.
 */
export function aPng(
  width: number,
  height: number,
  { depth = 8, kind = 2, interlaced = false, pixels = Buffer.alloc(100) } = {},
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, kind, 0, 0, Number(interlaced)], 8);
  return pngOf({ IHDR: header, IDAT: deflateSync(pixels) });
}

/** The file with these chunks, by their names, in their order; the one that ends it comes by itself. */
export function pngOf(chunks: Record<string, Buffer>): Buffer {
  const written = Object.entries({ ...chunks, IEND: Buffer.alloc(0) }).map(([kind, content]) =>
    chunk(kind, content),
  );
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...written]);
}

function chunk(kind: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.byteLength);
  const named = Buffer.concat([Buffer.from(kind), content]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
