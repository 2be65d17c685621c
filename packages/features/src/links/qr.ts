import QRCode from 'qrcode';
import { crc32, deflateSync } from 'node:zlib';

const CORRECTION = { errorCorrectionLevel: 'M' } as const;

/**
 * The QR code of an address as an SVG, dark on white in every colour scheme, since cameras need the contrast.
 * About 2 kB. Drawn once per address and remembered, because everyone who opens a page asks for it.
 */
export async function qrSvg(url: string): Promise<string> {
  const known = drawn.get(url);
  if (known) return known;
  const svg = await QRCode.toString(url, { type: 'svg', margin: 2, ...CORRECTION });
  if (drawn.size >= REMEMBERED) drawn.delete(drawn.keys().next().value ?? '');
  drawn.set(url, svg);
  return svg;
}

const REMEMBERED = 500;
const drawn = new Map<string, string>();

/** The quiet zone that ISO/IEC 18004 asks for, in modules. */
const QUIET = 4;
const LEAST_PIXELS = 1024;

/**
 * The same for programs that take no SVG, and for print: at least 1024 pixels wide, each module whole pixels. One bit a
 * pixel and lines that say "as the one above", so that it is about 1 kB and made in a millisecond, where `qrcode` holds
 * up all requests for a tenth of a second.
 */
export function qrPng(url: string): Buffer {
  const { modules } = QRCode.create(url, CORRECTION);
  const width = modules.size + 2 * QUIET;
  const scale = Math.ceil(LEAST_PIXELS / width);
  const isDark = (row: number, column: number) =>
    Math.min(row, column) >= QUIET &&
    Math.max(row, column) < QUIET + modules.size &&
    modules.get(row - QUIET, column - QUIET) === 1;
  const lines = Array.from({ length: width }, (_, row) => {
    const line = Buffer.alloc(1 + Math.ceil((width * scale) / 8));
    for (let pixel = 0; pixel < width * scale; pixel += 1) {
      const at = 1 + (pixel >> 3);
      if (!isDark(row, Math.floor(pixel / scale))) line[at] = (line[at] ?? 0) | (0x80 >> (pixel & 7));
    }
    // Filter type 2: each byte is what it differs by from the line above (PNG, section 9).
    const again = Buffer.alloc(line.byteLength);
    again[0] = 2;
    return Buffer.concat([line, ...Array<Buffer>(scale - 1).fill(again)]);
  });
  return pngOf(width * scale, Buffer.concat(lines));
}

/** A square PNG of grey in one bit, from its filtered lines. */
function pngOf(width: number, lines: Buffer) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(width, 4);
  header.writeUInt8(1, 8);
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(lines)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks]);
}

function chunk(kind: string, content: Buffer) {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.byteLength);
  const named = Buffer.concat([Buffer.from(kind), content]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
