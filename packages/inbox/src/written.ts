import PostalMime, { type Email } from 'postal-mime';
import { MOST_BYTES } from './reports.ts';

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
  const email = await parseWritten(raw.subarray(0, MOST_BYTES));
  if (!email) return null;
  return {
    from: email.from?.address ?? '',
    subject: email.subject ?? '',
    text: email.text?.trim() ? email.text : textOfHtml(email.html ?? ''),
    fileNames: email.attachments.map(({ filename, mimeType }) => filename ?? mimeType),
    messageId: email.messageId ?? '',
  };
}

async function parseWritten(raw: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(raw, { maxNestingDepth: 12, maxHeadersSize: 65_536 });
  } catch {
    return null;
  }
}

/** The words of a letter that is HTML alone, a line for each paragraph. It is shown as text: no markup comes through. */
function textOfHtml(html: string): string {
  return html
    .replaceAll(/<(style|script|head|title)\b[^]*?(<\/\1\s*>|$)/gi, '')
    .replaceAll(/<blockquote\b[^]*$/gi, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/<br\b[^>]*>/gi, '\n')
    .replaceAll(/<\/(p|div|li|tr|h[1-6])\s*>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(
      /&(#x?[\da-f]{1,6}|[a-z]{2,8});/gi,
      (entity, name: string) => letterOf(name.toLowerCase()) ?? entity,
    )
    .replaceAll(/[ \t]*\n[ \t]*/g, '\n')
    .trim();
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function letterOf(name: string): string | null {
  if (!name.startsWith('#')) return NAMED[name] ?? null;
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff)
    ? String.fromCodePoint(code)
    : null;
}
