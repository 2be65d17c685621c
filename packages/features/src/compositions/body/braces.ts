import { SLUG_LENGTHS, SLUG_PATTERN } from '../../slugs.ts';
import { buttonAddress } from './addresses.ts';
import { mergeWordOf, plainName } from './merge-words.ts';
import { NEAREST, type BodyPart, type BodyWrong, type MergeWord } from './parts.ts';

/** What stands in braces: `typed` as it was, and `shown` where it stays a text. */
export type Braced = { typed: string; shown: string } & (
  | { is: 'text' }
  | { is: 'merge'; word: MergeWord; fallback: string | null }
  | { is: 'block'; part: BodyPart }
  | { is: 'wrong'; code: BodyWrong['code']; isBlock: boolean }
);

/** Nothing that comes in at a door has this sign, so nobody types what is hidden behind it. */
const SIGN = '\ufffa';
const SIGNS = /[\ufff9-\ufffb]/g;
/** Where the n-th of what stood in braces was. */
export const HIDDEN = /\ufffa(\d+)\ufffa/;

/**
 * A text whose braces Markdown does not see, and what they held: it would read their bars as a table, their stars as
 * emphasis and their addresses as links. A block is parted from the lines around it.
 */
export function hideBraces(text: string): { hidden: string; braced: Braced[] } {
  const braced: Braced[] = [];
  const hideIn = (line: string, isAlone: boolean) =>
    line.replaceAll(BRACES, (typed: string, inside: string | undefined) => {
      braced.push(readBraces(typed, inside, isAlone));
      return `${SIGN}${braced.length - 1}${SIGN}`;
    });
  const lines = text.replaceAll(SIGNS, '').split(/\r\n?|\n/);
  const hidden = lines.map((line) => {
    const isAlone = ALONE.test(line);
    const written = hideIn(line, isAlone);
    const isParted = (isAlone && isBlock(braced.at(-1))) || PICTURE_ALONE.test(line);
    return isParted ? `\n${written}\n` : written;
  });
  return { hidden: hidden.join('\n'), braced };
}

/** A text of Markdown's with what its author typed in braces. */
export function withBraces(text: string, braced: Braced[], as: 'typed' | 'shown' = 'shown'): string {
  return text.replaceAll(new RegExp(HIDDEN, 'g'), (sign, n: string) => braced[Number(n)]?.[as] ?? sign);
}

/** The same of code, where a block is no block: without the lines that parted it. */
export function codeWithBraces(code: string, braced: Braced[]): string {
  const whole = code.replaceAll(
    /\n([^\S\n]*\ufffa(\d+)\ufffa[^\S\n]*)\n/g,
    (lines, sign: string, n: string) => (isBlock(braced[Number(n)]) ? sign : lines),
  );
  return withBraces(whole, braced, 'typed');
}

/** With a stroke before them they are braces and nothing more. */
const BRACES = /\\\{\{|\{\{([^{}\n]{1,2500})\}\}|(?<=^ {0,3})-{3,}(?=\s*$)/g;
const ALONE = /^ {0,3}(?:\{\{[^{}]{1,2500}\}\}|-{3,})\s*$/;
/** Below a list or a quotation it would be a part of it. */
const PICTURE_ALONE = /^ {0,3}\[?!\[[^\]]*\]\([^()\s]*\)(?:\]\([^()\s]*\))?\s*$/;

function isBlock(one: Braced | undefined): boolean {
  return one?.is === 'block' || (one?.is === 'wrong' && one.isBlock);
}

function readBraces(typed: string, inside: string | undefined, isAlone: boolean): Braced {
  const said = { typed, shown: typed };
  // Markdown would make a heading of the words above this line.
  if (inside === undefined && isAlone) return { ...said, is: 'block', part: { is: 'rule' } };
  if (inside === undefined) return { is: 'text', typed, shown: '{{' };
  const [verb = '', ...rest] = inside.trim().split(/\s+/);
  const kind = KINDS.get(plainName(verb));
  if (kind) return { ...said, ...readBlock(kind, rest.join(' ')) };
  const [name = '', ...fallback] = inside.split('|');
  const word = mergeWordOf(name);
  if (word) return { ...said, is: 'merge', word, fallback: fallback.join('|').trim() || null };
  const looksLikeBlock = isAlone && /[→←]|->|<-|\s[^\s-]+-\S*$/.test(inside.trim());
  const code = looksLikeBlock ? 'block-unknown' : 'merge-unknown';
  return { ...said, is: 'wrong', code, isBlock: looksLikeBlock };
}

type Kind = 'event' | 'petition' | 'button';

const KINDS = new Map<string, Kind>([
  ...['event', 'evento', 'فعالية', 'الفعالية'].map((name) => [plainName(name), 'event'] as const),
  ...['petition', 'petición', 'عريضة', 'العريضة'].map((name) => [plainName(name), 'petition'] as const),
  ...['button', 'botón', 'زر'].map((name) => [plainName(name), 'button'] as const),
]);

const NEAREST_NAMES = new Set(['nearest', 'más cercano', 'cercano', 'الأقرب'].map(plainName));

type Read = { is: 'block'; part: BodyPart } | { is: 'wrong'; code: BodyWrong['code']; isBlock: true };

function readBlock(kind: Kind, rest: string): Read {
  if (kind === 'button') return readButton(rest);
  if (kind === 'event' && NEAREST_NAMES.has(plainName(rest)))
    return { is: 'block', part: { is: kind, slug: NEAREST } };
  // People paste the address of the page.
  const slug = rest.replace(/^\S*\/(?:events|campaigns)\//, '').replace(/\/$/, '');
  const isSlug = slug.length <= Math.max(SLUG_LENGTHS.event, SLUG_LENGTHS.campaign);
  return isSlug && new RegExp(SLUG_PATTERN).test(slug)
    ? { is: 'block', part: { is: kind, slug } }
    : { is: 'wrong', code: 'block-incomplete', isBlock: true };
}

/** Who writes from right to left may type the arrow that points there. */
const ARROWS = ['→', '←', '->', '<-'];

function readButton(rest: string): Read {
  const [at, arrow] = ARROWS.map((one): [number, string] => [rest.lastIndexOf(one), one]).reduce(
    (last, next) => (next[0] > last[0] ? next : last),
  );
  const label = rest.slice(0, Math.max(0, at)).trim();
  const url = at < 0 ? null : buttonAddress(rest.slice(at + arrow.length));
  if (url === null) return { is: 'wrong', code: 'button-address', isBlock: true };
  if (label === '') return { is: 'wrong', code: 'block-incomplete', isBlock: true };
  return { is: 'block', part: { is: 'button', label, url } };
}
