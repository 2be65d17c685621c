import { createHash } from 'node:crypto';
import { Invalid } from '../errors.ts';
import { renderMarkdown, TooMuch } from './markdown.ts';

/** A text's HTML as it is kept beside it, and what it was made of: the text and how it was rendered then. */
export type Prose = { html: string; of: string };

/** To be raised whenever the same text should come out otherwise: what is kept is then rendered anew when it is read. */
const VERSION = 2;

/** The prose to keep beside a text that is written. 422 beside `field` when it comes to more than a page can hold. */
export function proseOf(field: string, text: string): Prose {
  try {
    return { html: renderMarkdown(text), of: origin(text) };
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    throw new Invalid([{ name: field, code: `markdown.${error.bound}`, params: { max: error.max } }]);
  }
}

/**
 * The HTML of a text that is read: as kept, or rendered once more and given to `store`, when it was written before texts
 * were rendered, by an older version that runs beside this one, or when rendering has changed since.
 */
export async function freshHtml(
  text: string,
  stored: { html: string | null; of: string | null },
  store: (prose: Prose) => Promise<unknown>,
): Promise<string> {
  if (stored.html !== null && stored.of === origin(text)) return stored.html;
  const prose = { html: anyHtml(text), of: origin(text) };
  // Whoever reads is not kept from it by a disk that is full; the next one tries again.
  await store(prose).catch(() => undefined);
  return prose.html;
}

/** What was taken before there were bounds is shown as it was typed. */
function anyHtml(text: string): string {
  try {
    return renderMarkdown(text);
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    return asTyped(text);
  }
}

function asTyped(text: string) {
  const written = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<pre dir="auto">${written}</pre>`;
}

function origin(text: string) {
  return createHash('sha256').update(`${VERSION}\n${text}`).digest('base64url');
}
