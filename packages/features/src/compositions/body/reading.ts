import type { Token } from 'markdown-it';
import { parseMarkdown } from '../../site/markdown.ts';
import { codeWithBraces, HIDDEN, hideBraces, withBraces } from './braces.ts';
import { addWrong, noFindings, type BodyFindings } from './findings.ts';
import { readInlines } from './inlines.ts';
import type { BodyFlow, BodyInline, BodyPart } from './parts.ts';
import { unusedReferences, type References } from './references.ts';

/**
 * What an organizer typed, as parts of a letter: Markdown, merge words such as {{first name|friend}}, and blocks on a line
 * of their own. What is not understood stays in the text as it was typed, and is a wrong. Throws TooMuch.
 */
export function readBody(text: string) {
  const { hidden, braced } = hideBraces(text);
  const found = noFindings(braced);
  const env: References = {};
  const tokens = parseMarkdown(hidden, env);
  const parts = readParts({ tokens, at: 0 }, found);
  for (const line of unusedReferences(tokens, env)) addWrong(found, 'link-unused', withBraces(line, braced));
  return {
    parts,
    mergeWords: [...found.mergeWords.values()],
    events: [...found.events],
    petitions: [...found.petitions],
    pictures: [...found.pictures],
    links: [...found.links],
    wrongs: [...found.wrongs.values()],
  };
}

export type Body = ReturnType<typeof readBody>;

type Cursor = { tokens: Token[]; at: number };

function readParts(cursor: Cursor, found: BodyFindings): BodyPart[] {
  const parts: BodyPart[] = [];
  for (let token = next(cursor); token; token = next(cursor))
    parts.push(
      ...(token.type === 'paragraph_open' ? readParagraph(cursor, found) : readFlow(token, cursor, found)),
    );
  return parts;
}

/** What stands in a quote or in an entry of a list, to its end. */
function readFlows(closing: string, cursor: Cursor, found: BodyFindings): BodyFlow[] {
  const flows: BodyFlow[] = [];
  for (let token = next(cursor); token && token.type !== closing; token = next(cursor))
    flows.push(...readFlow(token, cursor, found));
  return flows;
}

function readFlow(token: Token, cursor: Cursor, found: BodyFindings): BodyFlow[] {
  const { type, content } = token;
  if (type === 'hr') return [{ is: 'rule' }];
  if (type === 'inline') return wordsOf('paragraph', withoutPictures(token, found));
  if (type === 'heading_open') return readHeading(cursor, found);
  if (type === 'blockquote_open')
    return [{ is: 'quote', flows: readFlows('blockquote_close', cursor, found) }];
  if (type.endsWith('_list_open')) return [readList(token, cursor, found)];
  if (type === 'table_open') return wordsOf('paragraph', readTable(cursor, found));
  return content === '' ? [] : wordsOf('paragraph', readCode(codeWithBraces(content, found.braced)));
}

/** A block alone, or words with pictures between them. */
function readParagraph(cursor: Cursor, found: BodyFindings): BodyPart[] {
  const token = next(cursor);
  if (!token) return [];
  const block = readBlockAlone(token.content, found);
  if (block) return [block];
  const parts: BodyPart[] = [];
  let words: BodyInline[] = [];
  for (const one of readInlines(token.children ?? [], found, true)) {
    if (one.is !== 'picture') {
      words.push(one);
      continue;
    }
    parts.push(...wordsOf('paragraph', words), one);
    words = [];
  }
  return [...parts, ...wordsOf('paragraph', words)];
}

function readBlockAlone(content: string, found: BodyFindings): BodyPart | null {
  const [, n] = new RegExp(`^\\s*${HIDDEN.source}\\s*$`).exec(content) ?? [];
  const one = n === undefined ? undefined : found.braced[Number(n)];
  if (one?.is !== 'block') return null;
  const { part } = one;
  if (part.is === 'event') found.events.add(part.slug);
  if (part.is === 'petition') found.petitions.add(part.slug);
  if (part.is === 'button') found.links.add(part.url);
  return part;
}

function readHeading(cursor: Cursor, found: BodyFindings): BodyFlow[] {
  const token = next(cursor);
  return token ? wordsOf('heading', withoutPictures(token, found)) : [];
}

function withoutPictures({ children }: Token, found: BodyFindings): BodyInline[] {
  return readInlines(children ?? [], found, false).filter((one) => one.is !== 'picture');
}

function readList(token: Token, cursor: Cursor, found: BodyFindings): BodyFlow {
  const isNumbered = token.type === 'ordered_list_open';
  const closing = isNumbered ? 'ordered_list_close' : 'bullet_list_close';
  const entries: BodyFlow[][] = [];
  for (let entry = next(cursor); entry && entry.type !== closing; entry = next(cursor))
    entries.push(readFlows('list_item_close', cursor, found));
  return { is: 'list', ...(isNumbered && { start: Number(token.attrGet('start') ?? 1) }), entries };
}

/** A table is read line by line: what a phone shows of it in columns nobody can read. */
function readTable(cursor: Cursor, found: BodyFindings): BodyInline[] {
  const rows: BodyInline[][] = [];
  let isHead = true;
  for (let token = next(cursor); token && token.type !== 'table_close'; token = next(cursor)) {
    if (token.type === 'tr_open') rows.push([]);
    if (token.type === 'thead_close') isHead = false;
    const row = rows.at(-1);
    const cell = token.type === 'inline' ? withoutPictures(token, found) : [];
    if (!row || cell.length === 0) continue;
    if (row.length > 0) row.push({ is: 'text', text: ' · ' });
    row.push(...cell.map((one) => (isHead && one.is !== 'break' ? { ...one, strong: true as const } : one)));
  }
  return rows.flatMap((row, n): BodyInline[] => (n === 0 ? row : [{ is: 'break' }, ...row]));
}

/** Code keeps its lines, and how far they are set in. */
function readCode(code: string): BodyInline[] {
  return code
    .replace(/\n$/, '')
    .split('\n')
    .flatMap((line, n): BodyInline[] => {
      const text = line.replace(/^\s+/, (blanks) => '\u00a0'.repeat(blanks.length));
      const words: BodyInline[] = text === '' ? [] : [{ is: 'text', text }];
      return n === 0 ? words : [{ is: 'break' }, ...words];
    });
}

/** Words without the line ends around them; none when they say nothing. */
function wordsOf(is: 'paragraph' | 'heading', inlines: BodyInline[]): BodyFlow[] {
  const says = (one: BodyInline) => one.is === 'merge' || (one.is === 'text' && one.text.trim() !== '');
  const from = inlines.findIndex(says);
  return from < 0 ? [] : [{ is, inlines: inlines.slice(from, inlines.findLastIndex(says) + 1) }];
}

function next(cursor: Cursor): Token | undefined {
  cursor.at += 1;
  return cursor.tokens[cursor.at - 1];
}
