import type { Token } from 'markdown-it';
import { parseMarkdown } from './markdown.ts';

/** Markdown as plain paragraphs, for a mail: it carries the words and where links lead, the page carries the rest. */
export function plainParagraphs(text: string): string[] {
  return parseMarkdown(text)
    .map(({ type, content, children }) => (type === 'inline' ? plainWords(children ?? []) : content))
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

/** What a paragraph says; a link that says something else than its address is followed by it. */
function plainWords(tokens: Token[]): string {
  let plain = '';
  let link = { from: 0, href: '' };
  for (const token of tokens) {
    if (token.type === 'text' || token.type === 'code_inline') plain += token.content;
    else if (token.type === 'softbreak' || token.type === 'hardbreak') plain += ' ';
    else if (token.type === 'link_open')
      link = { from: plain.length, href: String(token.attrGet('href') ?? '') };
    else if (token.type === 'link_close') plain += addressAfter(plain.slice(link.from), link.href);
  }
  return plain.replaceAll(/[ \t]+/g, ' ');
}

function addressAfter(words: string, href: string) {
  return /^https?:/.test(href) && words !== href ? ` (${href})` : '';
}
