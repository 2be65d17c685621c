import { blockText } from './block-text.ts';
import { blockPiece, type Block } from './blocks.ts';
import type { MailLetter } from './layout.ts';
import { addressPiece, piece, pieces, type Piece } from './places.ts';
import { wrap } from './wrapping.ts';

/** The letter for readers of plain text: lines of at most 72 characters, each address whole on a line of its own. */
export function plainPieces(letter: MailLetter): Piece[] {
  const { siteName, heading, paragraphs, blocks = [], button, footer, held, unsubscribe } = letter;
  const paragraph = (words: string) => pieces`${piece(words, (text) => wrap(text))}\n\n`;
  // Two dashes and a space: what follows is no part of the letter, and replies leave it out (RFC 3676).
  return pieces`${heading === undefined ? [] : paragraph(heading)}${paragraphs.flatMap(paragraph)}${blocks.map(blockOf)}${button ? [...address(button), '\n'] : []}-- 
${wrap(siteName)}
${footer.flatMap((words) => pieces`${piece(words, (text) => wrap(text))}\n`)}${unsubscribe ? ['\n', ...address(unsubscribe)] : []}${held ? ['\n', ...address(held)] : []}`;
}

/** Some say nothing in words, such as a picture without any. */
function blockOf(block: Block): Piece {
  return blockPiece(block, (filled) => {
    const text = blockText(filled);
    return text.trim() === '' ? '' : `${text}\n\n`;
  });
}

function address({ label, url }: { label: string; url: string }): Piece[] {
  return pieces`${piece(`${label}:`, (text) => wrap(text))}\n${addressPiece(url, (href) => href)}\n`;
}
