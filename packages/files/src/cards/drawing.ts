// First, before sharp is loaded: it says which fonts there are.
import { FONTS } from './fonts.ts';
import sharp, { type OverlayOptions } from 'sharp';
import { isDrawn, signsDrawn } from './coverage.ts';

/** What stands on a card: two colours (#rrggbb), and texts as they were typed. */
export type Card = { ground: string; ink: string; title: string; line: string; group: string; site: string };

sharp.concurrency(1);
sharp.cache(false);

const CARD = { width: 1200, height: 630 };
const EDGE = 72;
const WIDTH = CARD.width - 2 * EDGE;
const FACES = 'Bricolage Grotesque ExtraBold, Noto Sans Arabic Bold';

const signs = signsDrawn(FONTS);

/**
 * Draws a card as a PNG: the group above, the title as large as it fits, the line of what is asked or how many there are,
 * and the site below. A text in a script that no font here has is left out, rather than drawn as boxes.
 */
export async function drawCard(card: Card): Promise<Uint8Array> {
  const isRtl = RTL.test([card.title, card.line].find((text) => isDrawn(text, signs)) ?? '');
  const place = (drawn: Drawn, top: number): OverlayOptions => ({
    input: drawn.bytes,
    left: isRtl ? CARD.width - EDGE - drawn.width : EDGE,
    top: Math.round(top),
  });
  const [group, title, line, site] = await Promise.all([
    fitted(card.group, { ...card, sizes: [34], height: 48 }),
    fitted(card.title, { ...card, sizes: [96, 84, 72, 62, 54, 46, 42], height: 244 }),
    fitted(card.line, { ...card, sizes: [46, 38, 34], height: 96 }),
    fitted(card.site, { ...card, sizes: [28], height: 40 }),
  ]);
  const layers = [
    group && place(group, EDGE),
    title && place(title, EDGE + 72),
    line && place(line, CARD.height - EDGE - 64 - line.height),
    site && place(site, CARD.height - EDGE - site.height + 8),
  ];
  return sharp({ create: { ...CARD, channels: 3, background: card.ground } })
    .composite(layers.filter((layer) => layer !== null))
    .png({ palette: true, colours: 32, effort: 4 })
    .toBuffer();
}

/** The first letter that has a direction, if it is one of those written from the right. */
const RTL = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u;

type Drawn = { bytes: Buffer; width: number; height: number };
type Box = { ink: string; sizes: number[]; height: number };

/** The text at the first size at which its lines fit; at the last one cut until they do. Null for what cannot be drawn. */
async function fitted(text: string, { ink, sizes, height }: Box): Promise<Drawn | null> {
  if (!/[^\s\p{C}]/u.test(text) || !isDrawn(text, signs)) return null;
  for (const size of sizes) {
    const drawn = await draw(text, ink, size);
    if (drawn.height <= height) return drawn;
  }
  const letters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  for (let length = letters.length; length > 1; length = Math.floor(length * 0.85)) {
    const drawn = await draw(`${letters.slice(0, length).join('').trimEnd()}…`, ink, sizes.at(-1) ?? 28);
    if (drawn.height <= height) return drawn;
  }
  return null;
}

async function draw(text: string, ink: string, size: number): Promise<Drawn> {
  // The size goes by the span: in `font` a comma would part it from the faces.
  const markup = `<span foreground="${ink}" font_desc="${FACES} ${size}">${escaped(text)}</span>`;
  const { data, info } = await sharp({
    text: { text: markup, font: FACES, width: WIDTH, rgba: true, dpi: 72, wrap: 'word-char' },
  })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}

/** Pango reads markup: a title is none. */
function escaped(text: string) {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ');
}
