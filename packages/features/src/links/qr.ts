import QRCode from 'qrcode';

/**
 * The QR code of an address as an SVG, dark on white in every colour scheme, since cameras need the contrast.
 * About 2 kB. Drawn once per address and remembered, because everyone who opens a page asks for it.
 */
export async function qrSvg(url: string): Promise<string> {
  const known = drawn.get(url);
  if (known) return known;
  const svg = await QRCode.toString(url, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
  if (drawn.size >= REMEMBERED) drawn.delete(drawn.keys().next().value ?? '');
  drawn.set(url, svg);
  return svg;
}

const REMEMBERED = 500;
const drawn = new Map<string, string>();
