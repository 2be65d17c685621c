/** A group's colour on the two papers of the design, each with the ink that reads on it; all #rrggbb. */
export type Accent = { light: string; lightInk: string; dark: string; darkInk: string; isAdjusted: boolean };

type Rgb = [red: number, green: number, blue: number];

/** WCAG 2.2, 1.4.3: text against what it stands on. */
const LEAST_CONTRAST = 4.5;

/** What accents stand on in the design's tokens: paper, and the ground of the two that is hardest to read on. */
const LIGHT_GROUNDS = ['#fbf7ee', '#f1ebdd', '#fbe6dd'];
const DARK_GROUNDS = ['#171612', '#211f1a', '#3a1d14'];
const INKS = ['#ffffff', '#1b1a17'];

/** The chosen colour made readable. `isAdjusted`: on light paper it is not quite the one that was chosen. */
export function accentOf(chosen: string): Accent {
  const light = nearest(chosen, LIGHT_GROUNDS);
  const dark = nearest(chosen, DARK_GROUNDS);
  return { light, lightInk: inkOn(light), dark, darkInk: inkOn(dark), isAdjusted: light !== chosen };
}

/** Contrast of two colours (#rrggbb), 1 to 21, by WCAG's formula. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(rgbOf(one)), luminance(rgbOf(other))].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** The colour nearest to `chosen`, of the same hue, that keeps 4.5 to 1 on every ground; all grounds light, or all dark. */
function nearest(chosen: string, grounds: string[]): string {
  const reads = (colour: string) => grounds.every((ground) => contrast(colour, ground) >= LEAST_CONTRAST);
  if (reads(chosen)) return chosen;
  const [lightness, a, b] = oklabOf(rgbOf(chosen));
  const end = luminance(rgbOf(grounds[0] ?? INKS[0] ?? '')) > 0.18 ? 0 : 1;
  // Halving finds the least step toward black (or white) that reads: contrast only grows on the way there.
  let [fails, passes] = [0, 1];
  for (let halvings = 0; halvings < 20; halvings += 1) {
    const middle = (fails + passes) / 2;
    if (reads(shade(middle))) passes = middle;
    else fails = middle;
  }
  return shade(passes);

  function shade(step: number) {
    return hexOf(inGamut([lightness + (end - lightness) * step, a, b]));
  }
}

function inkOn(colour: string): string {
  const [white = '', black = ''] = INKS;
  return contrast(white, colour) >= contrast(black, colour) ? white : black;
}

function rgbOf(hex: string): Rgb {
  const [red, green, blue] = [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255);
  return [red ?? 0, green ?? 0, blue ?? 0];
}

function hexOf(rgb: Rgb): string {
  const pairs = rgb.map((part) =>
    Math.round(part * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${pairs.join('')}`;
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = linear(rgb);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(rgb: Rgb): Rgb {
  return rgb.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as Rgb;
}

function gamma(rgb: Rgb): Rgb {
  return rgb.map((part) => (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055)) as Rgb;
}

/** OKLab (Björn Ottosson, 2020): equal steps of lightness look equal, and hue stays what it was. */
function oklabOf(rgb: Rgb): [lightness: number, a: number, b: number] {
  const [red, green, blue] = linear(rgb);
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** The colour, less vivid by as much as a screen needs to show it. */
function inGamut([lightness, a, b]: [number, number, number]): Rgb {
  for (let share = 1; share > 0; share -= 0.02) {
    const rgb = gamma(linearOf(lightness, a * share, b * share));
    if (rgb.every((part) => part >= -0.0005 && part <= 1.0005)) return rgb.map(clamp) as Rgb;
  }
  return gamma(linearOf(lightness, 0, 0)).map(clamp) as Rgb;
}

function linearOf(lightness: number, a: number, b: number): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function clamp(part: number): number {
  return Math.min(1, Math.max(0, part));
}
