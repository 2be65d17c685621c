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

const REMEMBERED = 500;

/** Draws each address once, for all who ask meanwhile, and forgets the one that was drawn first when there are many. */
function remembering<Drawn>(draw: (url: string) => Promise<Drawn>): (url: string) => Promise<Drawn> {
  const known = new Map<string, Promise<Drawn>>();
  return (url) => {
    const drawn = known.get(url) ?? draw(url);
    known.set(url, drawn);
    drawn.catch(() => known.delete(url));
    if (known.size > REMEMBERED) known.delete(known.keys().next().value ?? '');
    return drawn;
  };
}
