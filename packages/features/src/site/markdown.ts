import markdownIt from 'markdown-it';
import sanitize from 'sanitize-html';
import { pictureView } from './pictures/keys.ts';

const markdown = markdownIt({ html: false, linkify: true });

// What an author calls level one is a part of the page, whose own level one is the thing's name.
const LOWER_HEADING = { h1: 'h2', h2: 'h3', h3: 'h4', h4: 'h5', h5: 'h6', h6: 'h6' } as const;

const BLOCKS = ['p', 'ul', 'ol', 'blockquote', 'table'] as const;

/** Markdown as safe HTML: no markup of a stranger's survives, and each block finds its own direction (dir="auto"). */
export function renderMarkdown(text: string): string {
  return sanitize(markdown.render(text), ALLOWED);
}

/** The words of a Markdown text alone, at most `length` characters, for mails and descriptions. */
export function plainText(text: string, length = Infinity): string {
  const html = markdown.render(text).replaceAll(/<\/(p|li|h\d|td|th|blockquote)>/g, ' ');
  const words = sanitize(html, { allowedTags: [], allowedAttributes: {}, parser: { decodeEntities: true } });
  const plain = decode(words).replaceAll(/\s+/g, ' ').trim();
  return plain.length <= length ? plain : `${plain.slice(0, length - 1).trimEnd()}…`;
}

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

function decode(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
