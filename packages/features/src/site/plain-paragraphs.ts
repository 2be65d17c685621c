import type { Token } from 'markdown-it';
import { parseMarkdown } from './markdown.ts';

/**
 * Markdown as plain paragraphs, for a mail: it carries the words, their lines, and where links lead; the page carries the
 * rest. A list is one paragraph, with a line for each of its items.
 */
export function plainParagraphs(text: string): string[] {
  const paragraphs: string[] = [];
  const lists: List[] = [];
  let mark = '';
  let isNew = true;
  for (const token of parseMarkdown(text)) {
    if (token.type.endsWith('list_open')) {
      isNew = lists.length === 0;
      lists.push({ next: startOf(token) });
    } else if (token.type.endsWith('list_close')) lists.pop();
    else if (token.type === 'list_item_open') mark = markOf(lists);
    const words = wordsOf(token);
    if (words === '') continue;
    const before = lists.length > 0 && !isNew ? paragraphs.pop() : undefined;
    paragraphs.push([...(before === undefined ? [] : [before]), mark + words].join('\n'));
    mark = '';
    isNew = false;
  }
  return paragraphs;
}

/** A list that is open: the number of its next item, or null where items have bullets. */
type List = { next: number | null };

function startOf(token: Token) {
  return token.type === 'ordered_list_open' ? Number(token.attrGet('start') ?? 1) : null;
}

/** What stands before an item: its number, or a bullet that tells how deep it is. */
function markOf(lists: List[]): string {
  const list = lists.at(-1);
  if (!list || list.next === null) return `${BULLETS[lists.length - 1] ?? BULLETS[2]} `;
  list.next += 1;
  return `${list.next - 1}. `;
}

const BULLETS = ['•', '◦', '▪'] as const;

function wordsOf({ type, content, children }: Token): string {
  return (type === 'inline' ? plainWords(children ?? []) : content).trim();
}

/** What a paragraph says; a link that says something else than its address is followed by it. */
function plainWords(tokens: Token[]): string {
  let plain = '';
  let link = { from: 0, href: '' };
  for (const token of tokens) {
    if (token.type === 'text' || token.type === 'code_inline') plain += token.content;
    else if (token.type === 'softbreak' || token.type === 'hardbreak') plain += '\n';
    else if (token.type === 'link_open')
      link = { from: plain.length, href: String(token.attrGet('href') ?? '') };
    else if (token.type === 'link_close') plain += addressAfter(plain.slice(link.from), link.href);
  }
  return plain.replaceAll(/[ \t]+/g, ' ').replaceAll(/ ?\n ?/g, '\n');
}

function addressAfter(words: string, href: string) {
  return /^https?:/.test(href) && words !== href ? ` (${href})` : '';
}
