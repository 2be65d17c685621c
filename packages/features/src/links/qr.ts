import { LRUCache } from 'lru-cache';
import QRCode from 'qrcode';

const CORRECTION = { errorCorrectionLevel: 'M' } as const;

/**
 * The QR code of an address as an SVG, dark on white in every colour scheme, since cameras need the contrast.
 * About 2 kB. Drawn once per address and remembered, because everyone who opens a page asks for it.
 */
export const qrSvg = remembering((url) => QRCode.toString(url, { type: 'svg', margin: 2, ...CORRECTION }));

/**
 * The same for programs that take no SVG, and for print: a PNG at least 1024 pixels wide, with the quiet zone of four modules
 * that ISO/IEC 18004 asks for; about 7 kB. It takes a tenth of a second to draw, so it is remembered as well.
 */
export const qrPng = remembering((url) => QRCode.toBuffer(url, { width: 1024, margin: 4, ...CORRECTION }));

/** Draws each address once, for all who ask meanwhile. */
function remembering<Drawn extends string | Buffer>(draw: (url: string) => Promise<Drawn>) {
  const drawn = new LRUCache<string, Drawn>({ max: 500, fetchMethod: draw, ignoreFetchAbort: true });
  return (url: string): Promise<Drawn> => drawn.forceFetch(url);
}
