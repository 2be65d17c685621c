import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '@groundwork/database';
import { InboxError, takeNamed, type InboxFailure } from '@groundwork/inbox';
import { tryMail } from '@groundwork/mail';
import type { Settings } from '@groundwork/settings';
import { findingsOf, type Finding } from './finding.ts';
import { findInHeaders } from './headers.ts';

const mail = findingsOf('mail');
/** How long a letter to ourselves may be on its way, and how often the mailbox is asked meanwhile. */
const PATIENCE_MS = 90_000;
const ASK_MS = 2_000;

/** A letter with its headers that a program sends to see where it lands. */
export function testLetter(publicUrl: string, to: string) {
  const text = `This is a test from ${publicUrl}. If it lies with unwanted mail, look at what the doctor says of SPF, DKIM and DMARC.`;
  return {
    ...{ messageId: `<${newId()}@${new URL(publicUrl).hostname}>`, to, text, html: `<p>${text}</p>` },
    ...{ subject: 'A test from your site', language: 'en' },
  };
}

/** Sends a letter through the mail server to the site's own mailbox, reads it there, and says what its headers mean. */
export async function sendThrough(settings: Settings, signal: AbortSignal): Promise<Finding[]> {
  const { smtpUrl, returnAddress, inboxUrl, publicUrl } = settings;
  if (!smtpUrl || !returnAddress || !inboxUrl)
    return [
      mail.wrong(
        'A letter can be sent through only where SMTP_URL, RETURN_ADDRESS and INBOX_URL are set.',
        'Set them, or send one by --mail-to, save it with its headers, and run groundwork doctor --headers FILE.',
      ),
    ];
  const letter = testLetter(publicUrl, returnAddress);
  const { isTaken, answer } = await tryMail({ ...settings, smtpUrl }, letter);
  if (!isTaken)
    return [mail.wrong(`The letter was not taken: ${answer}`, 'See what is said of the mail server above.')];
  const taken = mail.ok(`The mail server took the letter: ${answer}`);
  try {
    const raw = await waitFor(inboxUrl, letter.messageId, signal);
    if (raw) return [taken, ...findInHeaders(new TextDecoder().decode(raw))];
  } catch (error) {
    if (!(error instanceof InboxError)) throw error;
    return [
      taken,
      mail.wrong(`The mailbox in INBOX_URL cannot be read: ${WHY[error.why]}.`, 'Mend INBOX_URL.'),
    ];
  }
  return [
    taken,
    mail.wrong(
      `It did not come to ${returnAddress} within a minute and a half.`,
      'See whether RETURN_ADDRESS leads to the mailbox in INBOX_URL, and whether the letter lies with unwanted mail there.',
    ),
  ];
}

const WHY: Record<InboxFailure, string> = {
  unreachable: 'its server does not answer',
  'signed-out': 'its server refuses the name or password',
  'no-mailbox': 'there is no such mailbox',
  failed: 'its server said something else than it should',
};

async function waitFor(inboxUrl: string, messageId: string, signal: AbortSignal): Promise<Uint8Array | null> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const raw = await takeNamed(inboxUrl, messageId);
    if (raw || Date.now() > until) return raw;
    await pause(ASK_MS, undefined, { signal });
  }
}
