import { blockHtml, type Direction } from './block-html.ts';
import { blockPiece, type Block } from './blocks.ts';
import { darkStyle, escapeHtml, style } from './look.ts';
import { addressPiece, joined, piece, pieces, type Piece } from './places.ts';
import { plainPieces } from './plain-text.ts';

export type MailLetter = {
  language: string;
  direction: Direction;
  siteName: string;
  /** The first words of the mail in a list of mails; who opens it does not see them. */
  preheader?: string;
  heading?: string;
  /** Plain words; a newline inside stays one. Nothing in them becomes markup. */
  paragraphs: string[];
  /** What a letter says that has more than paragraphs; below them, if it has any. */
  blocks?: Block[];
  button?: { label: string; url: string };
  footer: string[];
  /** Where whoever gets it reads what is held about them. */
  held?: { label: string; url: string };
  unsubscribe?: { label: string; url: string };
};

/**
 * The letter as plain text and as HTML: ink on paper, one column, and nothing fetched, so that opening it tells
 * nobody. Dark where the reader's mail is dark. Throws TypeError when a url is not a web address.
 */
export function layoutMail(letter: MailLetter): { text: string; html: string } {
  const { text, html } = layOut(letter);
  return { text: joined(text, {}), html: joined(html, {}) };
}

/** The same of a letter to many, in pieces: what is in its places is escaped like all words. */
export function layOut(letter: MailLetter): { text: Piece[]; html: Piece[] } {
  return { text: plainPieces(letter), html: htmlPieces(letter) };
}

function htmlPieces(letter: MailLetter): Piece[] {
  const { language, direction, siteName, heading, paragraphs, blocks, button } = letter;
  const { preheader, footer, held, unsubscribe } = letter;
  return pieces`<!doctype html>
<html lang="${escapeHtml(language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${piece(heading ?? siteName, escapeHtml)}</title>
<style>${darkStyle}</style>
</head>
<body class="paper" style="margin:0;padding:0;${style.paper}">
${preheader ? preheaderOf(preheader) : []}<div class="paper" lang="${escapeHtml(language)}" dir="${direction}" style="${style.page}">
<p class="ink rule" style="${style.masthead}">${escapeHtml(siteName)}</p>
${heading === undefined ? [] : pieces`<h1 class="ink" style="${style.heading}">${piece(heading, escapeHtml)}</h1>\n`}${paragraphs.flatMap((words) => paragraphOf('ink', style.paragraph, piece(words, lines)))}${(blocks ?? []).map((block) => blockPiece(block, (filled) => blockHtml(filled, direction)))}${button ? buttonOf(button) : []}<div class="rule" style="${style.footer}">
${footer.flatMap((words) => paragraphOf('soft', style.small, piece(words, lines)))}${unsubscribe ? paragraphOf('soft', style.small, link(unsubscribe, 'soft', style.quiet)) : []}${held ? paragraphOf('soft', style.small, link(held, 'soft', style.quiet)) : []}</div>
</div>
</body>
</html>
`;
}

/** So long that no word of the letter follows in the line of a list of mails. */
const PREVIEW_LENGTH = 160;

function preheaderOf(words: string): Piece[] {
  const padded = (text: string) =>
    `${escapeHtml(text)}${'&#847;&nbsp;'.repeat(Math.max(0, PREVIEW_LENGTH - text.length))}`;
  return pieces`<div style="${style.unseen}">${piece(words, padded)}</div>\n`;
}

function paragraphOf(className: string, look: string, words: Piece | Piece[]): Piece[] {
  return pieces`<p class="${className}" style="${look}">${words}</p>\n`;
}

/** Below the button its address in full: for whoever reads before clicking, and for clients that drop links. */
function buttonOf({ label, url }: { label: string; url: string }): Piece[] {
  return pieces`<p style="${style.paragraph}">${link({ label, url }, 'button', style.button)}</p>
<p class="soft" style="${style.address}"><bdi dir="ltr">${addressPiece(url, escapeHtml)}</bdi></p>
`;
}

function link({ label, url }: { label: string; url: string }, className: string, look: string): Piece[] {
  return pieces`<a class="${className}" href="${addressPiece(url, escapeHtml)}" style="${look}">${piece(label, escapeHtml)}</a>`;
}

function lines(words: string): string {
  return escapeHtml(words.trim()).replaceAll(/\r?\n/g, '<br>');
}
