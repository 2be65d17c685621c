// First, before sharp is loaded: it says which fonts there are.
import { FONTS } from './fonts.ts';
import sharp from 'sharp';
import { isDrawn, signsDrawn } from './coverage.ts';

/** What stands on an icon: two colours (#rrggbb) and the name whose first letter it is; so many pixels wide and high. */
export type Icon = { ground: string; ink: string; name: string; size: number; isMaskable: boolean };

const signs = signsDrawn(FONTS);
const FACES = 'Bricolage Grotesque ExtraBold, Noto Sans Arabic Bold';

/** How much of an icon its sign may fill. Of one that is masked only the inner circle of 80 % is sure to be seen. */
const FILLED = { whole: 0.62, maskable: 0.46 };

/**
 * Draws an icon as a PNG: the first letter of a name on a ground, with round corners, or to the edges where whoever shows it
 * cuts it (maskable). A name in a script that no font here has is the site's bars.
 */
export async function drawIcon({ ground, ink, name, size, isMaskable }: Icon): Promise<Uint8Array> {
  const radius = isMaskable ? 0 : Math.round(size * 0.16);
  const plate = svg(size, `<rect width="${size}" height="${size}" rx="${radius}" fill="${ground}"/>`);
  const room = Math.round(size * (isMaskable ? FILLED.maskable : FILLED.whole));
  const letter = firstLetter(name);
  const sign = letter ? await drawLetter(letter, ink, room) : svg(room, bars(ink, room));
  return sharp(plate)
    .composite([{ input: sign, gravity: 'centre' }])
    .png({ palette: true, colours: 32, effort: 7 })
    .toBuffer();
}

function firstLetter(name: string) {
  const sign = [...new Intl.Segmenter().segment(name.trim())][0]?.segment.toUpperCase() ?? '';
  return /[\p{L}\p{N}]/u.test(sign) && isDrawn(sign, signs) ? sign : null;
}

async function drawLetter(letter: string, ink: string, room: number) {
  const markup = `<span foreground="${ink}" font_desc="${FACES} ${room}">${letter}</span>`;
  const drawn = sharp({ text: { text: markup, font: FACES, rgba: true, dpi: 72 } });
  // By its ink, not by the line it would stand on: a letter sits in the middle whether or not it reaches below.
  const trimmed = await drawn.png().toBuffer();
  return sharp(trimmed).trim().resize(room, room, { fit: 'inside' }).png().toBuffer();
}

/** As in the icon that every page names (apps/web/static/icon.svg). */
function bars(ink: string, size: number) {
  const path = 'M1 19h18M4 19v-6M10 19V5M16 19v-9';
  return `<g transform="scale(${size / 20})"><path d="${path}" stroke="${ink}" stroke-width="3.5" fill="none"/></g>`;
}

function svg(size: number, inside: string) {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">${inside}</svg>`,
  );
}
