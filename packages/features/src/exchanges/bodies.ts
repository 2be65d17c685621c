import { LENGTHS } from '../lengths.ts';
import { withoutOwnLinks } from '../site/own-links.ts';
import { tidyProse } from '../texts.ts';

/**
 * What somebody wrote, without the letter that they answer, which mail programs put beneath or before it: it bears links
 * that stand for its reader. Any that is left all the same, as of somebody who answers line by line, leads nowhere.
 */
export function ownWords(text: string, publicUrl: string): string {
  const lines = tidyProse(text).split('\n');
  const quoted = lines.findIndex((line, n) => isQuoteBegun(line, lines[n + 1] ?? ''));
  const own = (quoted < 0 ? lines : lines.slice(0, quoted)).filter(
    (line) => !line.trimStart().startsWith('>'),
  );
  const words = own
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return shortened(withoutOwnLinks(words, publicUrl));
}

function shortened(words: string): string {
  const signs = [...words];
  return signs.length <= LENGTHS.answer ? words : `${signs.slice(0, LENGTHS.answer - 1).join('')}…`;
}

/**
 * "On 1 Dec 2026 Ana wrote:" and its like, also where it is broken into two lines; or the ruler of Outlook and of Yahoo. Without a
 * number or an address it is what people say themselves: "On Monday my landlord wrote:".
 */
function isQuoteBegun(line: string, next: string): boolean {
  const said = line.trim().toLowerCase();
  if (said.length > LONGEST_HEAD) return false;
  if (isRuler(said) || isHeader(said)) return true;
  const both = `${said} ${next.trim().toLowerCase()}`;
  const isNamed = (DAYS.some((day) => said.startsWith(day)) && /\p{Nd}/u.test(both)) || said.includes('@');
  return isNamed && [said, both].some((head) => isSaying(withoutColon(head)));
}

/** No line that begins a quote is longer. */
const LONGEST_HEAD = 400;
const DAYS = ['on ', 'el ', 'le ', 'am ', 'em ', 'في ', 'بتاريخ '];
const SAYS = ['wrote', 'escribió', 'escribio', 'écrit', 'schrieb', 'escreveu', 'كتب', 'كتبت'];
const RULES = [
  'original message',
  'mensaje original',
  'forwarded message',
  'mensaje reenviado',
  'الرسالة الأصلية',
];

/** It ends in a word for "wrote", or has one and ends in an address. */
function isSaying(head: string): boolean {
  const isEnd = SAYS.some((word) => head.endsWith(word));
  return isEnd || (head.endsWith('>') && head.includes('@') && SAYS.some((word) => head.includes(word)));
}

function withoutColon(head: string): string {
  const trimmed = head.trimEnd();
  return trimmed.endsWith(':') || trimmed.endsWith('：') ? trimmed.slice(0, -1).trimEnd() : trimmed;
}

function isRuler(said: string): boolean {
  if (said.length >= 20 && said.split('_').length === said.length + 1) return true;
  return said.startsWith('--') && said.endsWith('--') && RULES.some((words) => said.includes(words));
}

/** The head of a letter, written out above it: "From: Eastside <hello@valley.example>". */
function isHeader(said: string): boolean {
  return ['from:', 'de:', 'من:'].some((name) => said.startsWith(name)) && said.includes('@');
}
