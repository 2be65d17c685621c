/** A group's colour on our paper: what to paint with, and the ink that is read upon it. Hex, lower case. */
export type AccentColours = { accent: string; ink: string; wash: string };

/** Enough for text of any size (WCAG 2.2, 1.4.3 AA). */
const readable = 4.5;
const papers = {
  light: { grounds: ['#fbf7ee', '#ffffff', '#f1ebdd'], toward: '#000000', page: '#fbf7ee', share: 0.12 },
  dark: { grounds: ['#171612', '#211f1a', '#100f0c'], toward: '#ffffff', page: '#171612', share: 0.18 },
} as const;
export type Paper = keyof typeof papers;

/** Is this a colour as we take them: `#` and six hex digits? */
export function isColour(text: unknown): text is string {
  return typeof text === 'string' && /^#[0-9a-f]{6}$/i.test(text);
}

/** The contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrastRatio(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/**
 * The nearest colour that reads at 4.5 to 1 on every ground of the paper, with black or white ink upon it and a
 * pale wash that it also reads on. A colour that already does comes back as it is.
 */
export function accentFor(colour: string, paper: Paper): AccentColours {
  const { toward, page, share } = papers[paper];
  for (let step = 0; step <= 50; step += 1) {
    const accent = mix(colour, toward, step / 50);
    const wash = mix(page, accent, share);
    if (isReadable(accent, [...papers[paper].grounds, wash])) return { accent, ink: inkOn(accent), wash };
  }
  return { accent: toward, ink: inkOn(toward), wash: mix(page, toward, share) };
}

/** Does the colour stay as the group chose it on light paper? If not, `accentFor` says what it becomes. */
export function isReadableAccent(colour: string): boolean {
  return accentFor(colour, 'light').accent === colour.toLowerCase();
}

function isReadable(colour: string, grounds: readonly string[]) {
  return grounds.every((ground) => contrastRatio(colour, ground) >= readable);
}

function inkOn(colour: string) {
  return contrastRatio(colour, '#ffffff') >= contrastRatio(colour, '#1b1a17') ? '#ffffff' : '#1b1a17';
}

function luminance(colour: string) {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mix(from: string, to: string, share: number): string {
  const target = channels(to);
  const mixed = channels(from).map((channel, i) =>
    Math.round(channel + ((target[i] ?? 0) - channel) * share),
  );
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}
