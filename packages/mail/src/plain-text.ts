import type { MailLetter } from './layout.ts';

const width = 72;

/** The letter for readers of plain text: lines of at most 72 characters, each address whole on a line of its own. */
export function asPlainText({
  siteName,
  heading,
  paragraphs,
  button,
  footer,
  unsubscribe,
}: MailLetter): string {
  const blocks = [wrap(heading), ...paragraphs.map(wrap)];
  if (button) blocks.push(`${wrap(`${button.label}:`)}\n${new URL(button.url).href}`);
  // Two dashes and a space: what follows is no part of the letter, and replies leave it out (RFC 3676).
  blocks.push(['-- ', wrap(siteName), ...footer.map(wrap)].join('\n'));
  if (unsubscribe) blocks.push(`${wrap(`${unsubscribe.label}:`)}\n${new URL(unsubscribe.url).href}`);
  return `${blocks.join('\n\n')}\n`;
}

function wrap(words: string): string {
  return words.trim().split(/\r?\n/).flatMap(wrapLine).join('\n');
}

function wrapLine(line: string): string[] {
  const wrapped: string[] = [];
  let current = '';
  for (const word of line.split(/\s+/)) {
    const address = isAddress(word);
    const isFull = current.length + 1 + word.length > width;
    if (current && !MARK.test(current) && (address || isFull)) {
      wrapped.push(current);
      current = '';
    }
    if (address) {
      wrapped.push(current ? `${current} ${word}` : word);
      current = '';
    } else current = current ? `${current} ${word}` : word;
  }
  return current || wrapped.length === 0 ? [...wrapped, current] : wrapped;
}

/** What begins an item of a list stands before its first word, however long that is. */
const MARK = /^(?:[•◦▪]|\d{1,9}\.)$/;

function isAddress(word: string): boolean {
  return /^https?:\/\//i.test(word);
}
