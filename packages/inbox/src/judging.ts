/**
 * Why a mail came back: there is no such mailbox; not now (full, or put off for too long); the letter was not wanted, which
 * says nothing about the mailbox. `delayed` has not come back yet.
 */
export type ReturnKind = 'gone' | 'later' | 'refused' | 'delayed';

/** What a server says of one receiver: its action and code (RFC 3464), and its words. */
export type ServerAnswer = { action: string; status: string | null; words: string };

/** What an answer means; null when nothing came back. */
export function judge({
  action,
  status,
  words,
}: ServerAnswer): { kind: ReturnKind; code: string | null } | null {
  if (['delivered', 'relayed', 'expanded'].includes(action)) return null;
  const code = preciseCode(status, words);
  if (action === 'delayed') return { kind: 'delayed', code };
  if (code?.startsWith('2.')) return null;
  return { kind: kindOf(code, words), code };
}

/** Many gateways put a code without detail above the words of the server that refused, which had one. */
function preciseCode(status: string | null, words: string): string | null {
  if (status && !/^[45]\.0\.0$/.test(status)) return status;
  return /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(words)?.[0] ?? status;
}

/** No such mailbox, host or form of an address; moved away, or shut for good (RFC 3463; 5.1.10 of RFC 7505). */
const GONE = /^5\.(1\.([1236]|10)|2\.1)$/;
/** Put off for too long, full, or its server in trouble. */
const LATER = /^(4\.\d+\.\d+|5\.2\.2|5\.4\.\d+|5\.3\.[0-3])$/;
/** It says no more than that it failed: the words have to tell. */
const VAGUE = /^5\.(0\.0|1\.0|2\.0|5\.[0-4])$/;

function kindOf(code: string | null, words: string): ReturnKind {
  if (code && GONE.test(code)) return 'gone';
  if (code && LATER.test(code)) return 'later';
  if (code && !VAGUE.test(code)) return 'refused';
  if (FULL.test(words)) return 'later';
  if (UNWANTED.test(words)) return 'refused';
  if (UNKNOWN.test(words)) return 'gone';
  return /\b4\d\d[ -]/.test(words) ? 'later' : 'refused';
}

const FULL =
  /\b(over ?quota|quota exceeded|(mailbox|inbox|storage) (is )?full|exceeded (its |the )?(storage|quota))\b/i;
const UNWANTED =
  /\b(spam|blocked|block ?list(ed)?|blacklisted|reputation|policy|dmarc|spf|dkim|virus|sender)\b/i;
const UNKNOWN =
  /\b(user unknown|unknown user|unknown recipient|no such (user|mailbox|recipient|person)|(user|mailbox|recipient|account|address)[^.\n]{0,60} (does not exist|doesn't exist|not found|is disabled|unavailable)|no mailbox here|invalid (recipient|mailbox)|mailbox unavailable|doesn't have an? \S{1,60} account)\b/i;
