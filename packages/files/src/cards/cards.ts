import { openAside } from '@groundwork/aside';
import type { drawEither } from './drawing-process.ts';
import type { Card } from './drawing.ts';
import type { Icon } from './icon.ts';

export { AsideBusy, AsideLost } from '@groundwork/aside';
export type { Card } from './drawing.ts';
export type { Icon } from './icon.ts';

// Apart from the one that draws what people upload: strangers who ask for cards must keep nobody's picture waiting.
const drawAside = openAside<typeof drawEither>(new URL('./drawing-process.ts', import.meta.url), {
  memory: 64,
  waiting: 16,
  patience: 10_000,
  idle: 30_000,
});

/** Some 40 kB each. */
const REMEMBERED = 100;
const drawn = new Map<string, Promise<Uint8Array>>();

/**
 * The picture of a page that has none of its own, 1200 by 630, as a PNG. Drawn in a process of its own, once for all who
 * ask while it is remembered. Throws Busy when too many others wait, and Lost when drawing took too long.
 */
export function drawCardAside(card: Card): Promise<Uint8Array> {
  return drawOnce(card);
}

/** The icon of the site, drawn and remembered like a card. Throws as that does. */
export function drawIconAside(icon: Icon): Promise<Uint8Array> {
  return drawOnce(icon);
}

function drawOnce(card: Card | Icon): Promise<Uint8Array> {
  const key = JSON.stringify(card);
  const known = drawn.get(key);
  if (known) return known;
  const drawing = drawAside(card);
  drawn.set(key, drawing);
  if (drawn.size > REMEMBERED) drawn.delete(drawn.keys().next().value ?? '');
  drawing.catch(() => drawn.delete(key));
  return drawing;
}
