import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

type Bytes = Uint8Array<ArrayBuffer>;
type Encoding = 'br' | 'gzip';
type Headers = [string, string][];

/** A whole page as strangers see it, packed once for all who ask. */
export type KeptPage = {
  status: number;
  headers: Headers;
  bytes: Bytes;
  /** When it was asked for, by `performance.now()`. */
  askedAt: number;
  packed: Map<Encoding, Promise<Bytes>>;
};

/** How old a page may be that a stranger is shown, in milliseconds. */
export const PAGE_LASTS = 1000;

/**
 * The page in what this asker can unpack. Only pages that anyone may see are packed at all: they hold no secret whose
 * length could tell on it (BREACH).
 */
export async function pageFor(
  page: KeptPage,
  accepted: string,
): Promise<{ status: number; headers: Headers; body: Bytes }> {
  const encoding = (['br', 'gzip'] as const).find((name) =>
    new RegExp(`\\b${name}\\b(?!;\\s*q=0)`).test(accepted),
  );
  const body = encoding ? await packed(page, encoding) : page.bytes;
  const headers: Headers = [...page.headers, ['content-length', String(body.byteLength)]];
  if (encoding) headers.push(['content-encoding', encoding]);
  return { status: page.status, headers, body };
}

function packed(page: KeptPage, encoding: Encoding): Promise<Bytes> {
  const known = page.packed.get(encoding);
  if (known) return known;
  const bytes = encoding === 'br' ? brotli(page.bytes, swift) : deflate(page.bytes);
  page.packed.set(encoding, bytes);
  return bytes;
}

const swift = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const brotli: (bytes: Bytes, options: typeof swift) => Promise<Bytes> = promisify(brotliCompress);
const deflate: (bytes: Bytes) => Promise<Bytes> = promisify(gzip);
