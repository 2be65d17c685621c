import type { MailLetter } from './layout.ts';
import { addressPiece, piece, pieces, type Piece } from './places.ts';

const width = 72;

/** The letter for readers of plain text: lines of at most 72 characters, each address whole on a line of its own. */
export function plainPieces(letter: MailLetter): Piece[] {
  const { siteName, heading, paragraphs, button, footer, held, unsubscribe } = letter;
  const block = (words: string) => pieces`${piece(words, wrap)}\n\n`;
  // Two dashes and a space: what follows is no part of the letter, and replies leave it out (RFC 3676).
  return pieces`${block(heading)}${paragraphs.flatMap(block)}${button ? [...address(button), '\n'] : []}-- 
${wrap(siteName)}
${footer.flatMap((words) => pieces`${piece(words, wrap)}\n`)}${unsubscribe ? ['\n', ...address(unsubscribe)] : []}${held ? ['\n', ...address(held)] : []}`;
}

function address({ label, url }: { label: string; url: string }): Piece[] {
  return pieces`${piece(`${label}:`, wrap)}\n${addressPiece(url, (href) => href)}\n`;
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
