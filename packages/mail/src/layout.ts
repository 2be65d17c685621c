import { addressPiece, joined, piece, pieces, type Piece } from './places.ts';
import { plainPieces } from './plain-text.ts';

export type MailLetter = {
  language: string;
  direction: 'ltr' | 'rtl';
  siteName: string;
  heading: string;
  /** Plain words; a newline inside stays one. Nothing in them becomes markup. */
  paragraphs: string[];
  button?: { label: string; url: string };
  footer: string[];
  /** Where whoever gets it reads what is held about them. */
  held?: { label: string; url: string };
  unsubscribe?: { label: string; url: string };
};

/**
 * The letter as plain text and as HTML: ink on paper, one column, one button, no picture and nothing fetched, so that
 * opening it tells nobody. Dark where the reader's mail is dark. Throws TypeError when a url is not a web address.
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
  const { language, direction, siteName, heading, paragraphs, button, footer, held, unsubscribe } = letter;
  return pieces`<!doctype html>
<html lang="${escapeHtml(language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${piece(heading, escapeHtml)}</title>
<style>${darkStyle}</style>
</head>
<body class="paper" style="margin:0;padding:0;${style.paper}">
<div class="paper" lang="${escapeHtml(language)}" dir="${direction}" style="${style.page}">
<p class="ink rule" style="${style.masthead}">${escapeHtml(siteName)}</p>
<h1 class="ink" style="${style.heading}">${piece(heading, escapeHtml)}</h1>
${paragraphs.flatMap((words) => paragraphOf('ink', style.paragraph, piece(words, lines)))}${button ? buttonOf(button) : []}<div class="rule" style="${style.footer}">
${footer.flatMap((words) => paragraphOf('soft', style.small, piece(words, lines)))}${unsubscribe ? paragraphOf('soft', style.small, link(unsubscribe, 'soft', style.quiet)) : []}${held ? paragraphOf('soft', style.small, link(held, 'soft', style.quiet)) : []}</div>
</div>
</body>
</html>
`;
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

/** Words as they stand in HTML, in attributes too. */
function escapeHtml(words: string): string {
  return words.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const body = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif";
const paper = 'background-color:#fbf7ee;color:#1b1a17;';

/** The colours of the design tokens, inline, because many readers of mail drop style sheets. */
const style = {
  paper,
  page: `${paper}max-width:36rem;margin:0 auto;padding:24px;font:16px/1.5 ${body};text-align:start;`,
  masthead:
    'margin:0 0 32px;padding:0 0 8px;border-bottom:4px solid #1b1a17;font-weight:700;font-size:14px;color:#1b1a17;',
  heading: 'margin:0 0 16px;font-size:28px;line-height:1.15;font-weight:800;color:#1b1a17;',
  paragraph: 'margin:0 0 16px;color:#1b1a17;overflow-wrap:anywhere;',
  button:
    'display:inline-block;padding:12px 24px;border-radius:6px;background-color:#b3301a;color:#ffffff;font-weight:700;text-decoration:none;',
  address: 'margin:0 0 16px;font-size:14px;color:#57534a;overflow-wrap:anywhere;',
  footer: 'margin:32px 0 0;padding:16px 0 0;border-top:1px solid #d9d1bf;',
  small: 'margin:0 0 8px;font-size:14px;color:#57534a;overflow-wrap:anywhere;',
  quiet: 'color:#57534a;text-decoration:underline;',
};

const darkStyle = [
  '@media (prefers-color-scheme: dark){',
  '.paper{background-color:#171612!important;color:#f4efe3!important}',
  '.ink{color:#f4efe3!important}',
  '.soft{color:#b8b0a0!important}',
  '.rule{border-color:#f4efe3!important}',
  '.button{background-color:#ff8a6b!important;color:#1b1a17!important}',
  '}',
].join('');
