import markdownIt, { type Token } from 'markdown-it';
import sanitize from 'sanitize-html';
import { countCells } from './markdown-tables.ts';
import { pictureView } from './views.ts';

/** A line that is typed is a line that is shown: nobody here learned that Markdown folds them. */
const markdown = markdownIt({ html: false, linkify: true, breaks: true });

/** The most that one text may come to: more than anyone writes, and little enough for an old phone. */
const MOST = { cells: 2000, links: 500, depth: 30, characters: 80_000 };
type Bound = keyof typeof MOST;

/** A text that would come to more than a page can hold. `error.markdown.<bound>` says of what. */
export class TooMuch extends Error {
  override name = 'TooMuch';
  readonly bound: Bound;
  readonly max: number;

  constructor(bound: Bound) {
    super(bound);
    this.bound = bound;
    this.max = MOST[bound];
  }
}

/**
 * Markdown as safe HTML: no markup of a stranger's survives, and each block finds its own direction (dir="auto").
 * A short text can come to a long page: what is bounded is counted before it is written out. Throws TooMuch.
 */
export function renderMarkdown(text: string): string {
  const env = {};
  const tokens = parseMarkdown(text, env);
  const html = sanitize(markdown.renderer.render(tokens, markdown.options, env), ALLOWED);
  atMost('characters', html.length);
  return html;
}

/** What a text consists of. Throws TooMuch. */
export function parseMarkdown(text: string, env = {}): Token[] {
  atMost('cells', countCells(text));
  const tokens = markdown.parse(text, env);
  const all = tokens.flatMap((token) => [token, ...(token.children ?? [])]);
  atMost('links', all.filter(({ type }) => type === 'link_open').length);
  let [depth, deepest, characters] = [0, 0, 0];
  for (const { nesting, content, attrs, children } of all) {
    depth += nesting;
    deepest = Math.max(deepest, depth);
    // Of what has parts, the parts are counted.
    if (!children?.length) characters += content.length;
    for (const [, value] of attrs ?? []) characters += String(value).length;
  }
  atMost('depth', deepest);
  atMost('characters', characters);
  return tokens;
}

function atMost(bound: Bound, count: number): void {
  if (count > MOST[bound]) throw new TooMuch(bound);
}

// What an author calls level one is a part of the page, whose own level one is the thing's name.
const LOWER_HEADING = { h1: 'h2', h2: 'h3', h3: 'h4', h4: 'h5', h5: 'h6', h6: 'h6' } as const;

const BLOCKS = ['p', 'ul', 'ol', 'blockquote', 'table'] as const;

const ALLOWED: sanitize.IOptions = {
  allowedTags: [
    ...['p', 'br', 'hr', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code'],
    ...['em', 'strong', 's', 'a', 'img', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: {
    a: ['href', 'rel'],
    img: ['src', 'srcset', 'sizes', 'width', 'height', 'alt', 'loading', 'decoding'],
    ol: ['start', 'dir'],
    ...Object.fromEntries(
      [...BLOCKS, ...Object.values(LOWER_HEADING)].filter((tag) => tag !== 'ol').map((tag) => [tag, ['dir']]),
    ),
  },
  allowedSchemes: ['https', 'http', 'mailto', 'tel'],
  allowProtocolRelative: false,
  // Only pictures of this site are shown: another server's would tell it who reads.
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && attribs.width === undefined,
  transformTags: {
    a: sanitize.simpleTransform('a', { rel: 'nofollow noopener' }),
    img: (_tag, { src, alt = '' }) => ({ tagName: 'img', attribs: pictureAttributes(src ?? '', alt) }),
    ...Object.fromEntries(
      Object.entries(LOWER_HEADING).map(([is, becomes]) => [
        is,
        sanitize.simpleTransform(becomes, { dir: 'auto' }),
      ]),
    ),
    ...Object.fromEntries(BLOCKS.map((tag) => [tag, sanitize.simpleTransform(tag, { dir: 'auto' })])),
  },
};

/** All that a picture of this site needs; nothing for any other address. */
function pictureAttributes(src: string, alt: string): sanitize.Attributes {
  const picture = pictureView(src.startsWith('/files/') ? src.slice('/files/'.length) : null);
  if (!picture) return {};
  const { width, height, srcset } = picture;
  const sizes = '(max-width: 40rem) 92vw, 40rem';
  return {
    src,
    srcset,
    sizes,
    width: `${width}`,
    height: `${height}`,
    alt,
    loading: 'lazy',
    decoding: 'async',
  };
}
