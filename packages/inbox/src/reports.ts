import type { Attachment, Email } from 'postal-mime';
import { readFields, readGroups, type Fields } from './fields.ts';
import { judge, type ServerAnswer, type ReturnKind } from './judging.ts';
import { parseMail } from './parsing.ts';

export type { ReturnKind } from './judging.ts';
export { MOST_BYTES } from './parsing.ts';

/** What a message is. Only what it says of itself: whether it may be believed, its receiver's address tells. */
export type Report =
  /** A mail came back, or waits on its way. `code` is an enhanced status code (RFC 3463), such as `5.1.1`. */
  | { is: 'return'; kind: ReturnKind; code: string | null }
  /** A reader called a mail spam (RFC 5965). `senders` are the envelope senders that the report names. */
  | { is: 'complaint'; senders: string[] }
  /** A program answered: nobody reads it, and nothing came back. */
  | { is: 'auto-reply' }
  | { is: 'letter' };

/** Reads what a message is, whatever bytes it is made of. Never rejects: what cannot be read is a letter. */
export async function readReport(raw: Uint8Array): Promise<Report> {
  const email = await parseMail(raw, 'text/plain');
  if (!email) return { is: 'letter' };
  const parts = email.attachments;
  const complaint = parts.find(({ mimeType }) => mimeType === 'message/feedback-report');
  if (complaint) return readComplaint(complaint, parts);
  const status = parts.filter(({ mimeType }) => STATUS.test(mimeType));
  const answers = status.flatMap((part) => readGroups(textOf(part)).flatMap(answerOf));
  if (answers.length > 0) return mildest(answers.map(judge));
  if (isAutoReply(email)) return { is: 'auto-reply' };
  return (isFromServer(email) ? readPlain(email.text ?? '') : null) ?? { is: 'letter' };
}

const STATUS = /^message\/(global-)?delivery-status$/;

function textOf({ content }: Attachment): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

/** The fields about one receiver (RFC 3464, 2.3); those about the whole message have no action. */
function answerOf(fields: Fields): ServerAnswer[] {
  const action = fields.get('action')?.toLowerCase() ?? '';
  const status = /[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? null;
  const words = fields.get('diagnostic-code') ?? '';
  const isAboutReceiver = fields.has('final-recipient') || fields.has('original-recipient');
  if (!action && !(isAboutReceiver && status)) return [];
  return [{ action, status, words }];
}

/** Where a mailbox leads to several, it is as gone as the one that is least so. What was delivered did not come back. */
function mildest(judged: (Judged | null)[]): Report {
  const came = judged.filter((one) => one !== null);
  if (came.length < judged.length) return { is: 'auto-reply' };
  const [first] = came.toSorted((a, b) => MILDNESS.indexOf(a.kind) - MILDNESS.indexOf(b.kind));
  return first ? { is: 'return', ...first } : { is: 'auto-reply' };
}

type Judged = NonNullable<ReturnType<typeof judge>>;
const MILDNESS: ReturnKind[] = ['delayed', 'later', 'refused', 'gone'];

/** What somebody does with their own mail. Others tell of forged senders, or that a mail was no spam after all. */
const COMPLAINTS = ['abuse', 'fraud', 'opt-out', 'opt-out-list'];

function readComplaint(part: Attachment, parts: Attachment[]): Report {
  const fields = readFields(textOf(part));
  if (!COMPLAINTS.includes(fields.get('feedback-type')?.toLowerCase() ?? '')) return { is: 'auto-reply' };
  const original = parts.find(({ mimeType }) => ORIGINAL.test(mimeType));
  const head = original ? readFields(textOf(original).split(/\r?\n\r?\n/, 1)[0] ?? '') : null;
  const named = [fields.get('original-mail-from'), head?.get('return-path')];
  return { is: 'complaint', senders: named.flatMap((address) => address?.replaceAll(/[<>\s]/g, '') || []) };
}

const ORIGINAL = /^(message\/(rfc822|global)(-headers)?|text\/rfc822-headers)$/;

function isAutoReply(email: Email): boolean {
  const having = (name: string) => headerOf(email, name);
  const submitted = having('auto-submitted') ?? 'no';
  if (/^auto-(replied|notified)/.test(submitted)) return true;
  const isMarked = AUTO_REPLY.some((name) => having(name) !== null);
  return isMarked || /^(auto_reply|auto-reply)$/.test(having('precedence') ?? '');
}

const AUTO_REPLY = ['x-autoreply', 'x-autorespond', 'x-autoresponder'];

/** Servers that write no report in parts, such as qmail, write from where nobody answers. */
function isFromServer(email: Email): boolean {
  const sender = headerOf(email, 'from') ?? '';
  const isNobody = headerOf(email, 'return-path') === '<>';
  return isNobody || /\b(mailer-daemon|postmaster|mail delivery (sub)?system)\b/i.test(sender);
}

function headerOf({ headers }: Email, name: string): string | null {
  return (
    headers
      .find(({ key }) => key === name)
      ?.value.trim()
      .toLowerCase() ?? null
  );
}

/** What a server tells in words alone, up to the mail that it quotes. */
function readPlain(text: string): Report | null {
  const [said = ''] = text.slice(0, 8_192).split(/^---.*(?:copy|original|message)/im);
  const status = /#?\b([45]\.\d{1,3}\.\d{1,3})\b/.exec(said)?.[1] ?? null;
  if (status === null && !/\b[45]\d\d[ -]/.test(said) && !FAILED.test(said)) return null;
  const judged = judge({ action: 'failed', status, words: said });
  return judged && { is: 'return', ...judged };
}

const FAILED = /(could|cannot|can't|couldn't|wasn't able to|unable to|not) (be )?deliver/i;
