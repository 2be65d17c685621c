import type { Attachment } from 'postal-mime';
import { parseMail } from './parsing.ts';

/** A letter that somebody wrote, in plain text whatever it was written in. */
export type WrittenMail = {
  /** The bare address that it says it is from; empty where it says none. */
  from: string;
  subject: string;
  text: string;
  /** Of what came with it. */
  fileNames: string[];
  /** `<id@host>`; empty where it has none. */
  messageId: string;
};

/** Reads a letter, whatever bytes it is made of; null where nothing can be read. */
export async function readWritten(raw: Uint8Array): Promise<WrittenMail | null> {
  const email = await parseMail(raw, 'text/plain');
  if (!email) return null;
  const isPlain = email.text !== undefined && email.text.trim() !== '';
  const text = isPlain ? email.text : textOfHtml((await parseMail(raw, 'text/html'))?.html ?? '');
  return {
    from: email.from?.address ?? '',
    subject: email.subject ?? '',
    text: text ?? '',
    fileNames: email.attachments.filter(isFile).map(({ filename, mimeType }) => filename ?? mimeType),
    messageId: email.messageId ?? '',
  };
}

/** The same words as HTML are none. */
function isFile({ mimeType, filename, disposition }: Attachment): boolean {
  return mimeType !== 'text/html' || disposition === 'attachment' || Boolean(filename);
}

/** Its words are not shown; what is quoted is the letter that is answered. */
const SILENT = new Set(['style', 'script', 'head', 'title', 'blockquote']);
const ENDS_LINE = new Set(['br', 'p', 'div', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** The words of a letter that is HTML alone, a line for each paragraph. It is shown as text: no markup comes through. */
function textOfHtml(html: string): string {
  let [text, silent, depth] = ['', '', 0];
  // From tag to tag: what has no end is the rest.
  for (let at = 0; at < html.length;) {
    const open = html.indexOf('<', at);
    const words = html.slice(at, open < 0 ? html.length : open);
    if (silent === '') text += decoded(words.replaceAll(/\s+/g, ' '));
    if (open < 0) break;
    const close = html.indexOf('>', open);
    const [, slash = '', name = ''] = /^<(\/?)([a-z][a-z\d]{0,15})/i.exec(html.slice(open, open + 20)) ?? [];
    const tag = name.toLowerCase();
    if (silent === '' && slash === '' && SILENT.has(tag)) silent = tag;
    if (silent === tag) depth += slash === '' ? 1 : -1;
    if (depth === 0) silent = '';
    if (silent === '' && ENDS_LINE.has(tag) && (slash !== '' || tag === 'br')) text += '\n';
    at = close < 0 ? html.length : close + 1;
  }
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

function decoded(words: string): string {
  return words.replaceAll(
    /&(#x?[\da-f]{1,6}|[a-z]{2,8});/gi,
    (entity, name: string) => letterOf(name.toLowerCase()) ?? entity,
  );
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function letterOf(name: string): string | null {
  if (!name.startsWith('#')) return NAMED[name] ?? null;
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff)
    ? String.fromCodePoint(code)
    : null;
}
