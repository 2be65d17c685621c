import iconv from 'iconv-lite';
import { isUtf8 } from 'node:buffer';

export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1256',
  'macintosh',
] as const;
export type Encoding = (typeof encodings)[number];
/** The bytes of a file, in order, in parts of any size. */
export type Parts = Iterable<Buffer> | AsyncIterable<Buffer>;

/** Stands before each letter that was not written in the file's encoding; no character, so it is in no file. */
export const REPAIRED = '\ufdd0';

/**
 * Guesses what a file's letters are written in. UTF-8 is certain when every byte sequence is valid, and still meant when
 * more are valid than not; anything else is an older Mac's, or the Windows encoding of the organizer's language.
 */
export function guessEncoding(bytes: Buffer, language: string): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (isUtf8(bytes) || isMostlyUtf8(bytes)) return 'utf-8';
  if (language === 'ar') return 'windows-1256';
  return isOfMac(bytes) ? 'macintosh' : 'windows-1252';
}

/** The text of a file in pieces of some milliseconds of work; what cannot be UTF-8 is read as Windows-1252 and marked. */
export async function* textOf(parts: Parts, encoding: Encoding): AsyncGenerator<Buffer | string> {
  const decoder = encoding === 'utf-8' ? utf8Decoder() : iconv.getDecoder(encoding);
  for await (const part of parts) {
    for (let at = 0; at < part.length; at += SLICE) yield decoder.write(part.subarray(at, at + SLICE));
  }
  yield decoder.end() ?? '';
}

/** Bytes read in one go. */
export const SLICE = 65_536;

/** Valid UTF-8 goes on as it is; a letter that is cut between two slices waits for its rest. */
function utf8Decoder() {
  let rest: Buffer = Buffer.alloc(0);
  return {
    write(slice: Buffer): Buffer | string {
      const bytes = rest.length > 0 ? Buffer.concat([rest, slice]) : slice;
      const end = bytes.length - cutLetter(bytes);
      rest = bytes.subarray(end);
      const whole = bytes.subarray(0, end);
      return isUtf8(whole) ? whole : repaired(whole);
    },
    end: () => (rest.length > 0 ? repaired(rest) : ''),
  };
}

/** How many bytes at the end begin a letter that is not whole yet. */
function cutLetter(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const length = letterLength(bytes[bytes.length - back] ?? 0);
    if (length === 0) continue;
    return length > back ? back : 0;
  }
  return 0;
}

/** Bytes of the letter that this byte begins; 0 for one that begins none. */
function letterLength(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte < 0xc2 || byte > 0xf4) return 0;
  return byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

function repaired(bytes: Buffer): string {
  let text = '';
  for (const { from, to, isLetter } of piecesOf(bytes)) {
    const piece = bytes.subarray(from, to);
    text += isLetter ? piece.toString('utf8') : REPAIRED + iconv.decode(piece, 'windows-1252');
  }
  return text;
}

/** Stretches of valid UTF-8, and between them single bytes that are not. */
function* piecesOf(bytes: Buffer) {
  let from = 0;
  for (let at = 0; at < bytes.length;) {
    const length = validLetter(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    if (at > from) yield { from, to: at, isLetter: true };
    yield { from: at, to: at + 1, isLetter: false };
    at += 1;
    from = at;
  }
  if (from < bytes.length) yield { from, to: bytes.length, isLetter: true };
}

function validLetter(bytes: Buffer, at: number): number {
  const length = letterLength(bytes[at] ?? 0);
  if (length < 2) return length;
  return at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length)) ? length : 0;
}

function isMostlyUtf8(bytes: Buffer): boolean {
  let [valid, wrong] = [0, 0];
  for (let at = 0; at < bytes.length;) {
    const length = validLetter(bytes, at);
    if (length > 1) valid += 1;
    if (length === 0) wrong += 1;
    at += length || 1;
  }
  return valid > wrong;
}

/** Where a Mac has á é ñ ó, Windows has signs that stand between words, not within: `Jos\x8e`, `Nu\x96ez`. */
function isOfMac(bytes: Buffer): boolean {
  let [mac, windows] = [0, 0];
  for (let at = 1; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80 || !isLatinLetter(bytes[at - 1] ?? 0)) continue;
    if (byte < 0xa0 && (byte < 0x91 || byte > 0x94)) mac += 1;
    if (byte >= 0xe0) windows += 1;
  }
  return mac > windows;
}

function isLatinLetter(byte: number) {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}
