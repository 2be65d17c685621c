import { domainToASCII } from 'node:url';
import type { SendMailOptions } from 'nodemailer/lib/mailer';
import type { Mail } from './mail.ts';
import { MailRefused } from './refusal.ts';

/** What DKIM vouches for. RFC 8058 wants both headers of unsubscribing among them. */
export const signedFields = [
  'From:Sender:Reply-To:Subject:Date:Message-ID:To:Cc:MIME-Version:Content-Type:Content-Transfer-Encoding',
  'Content-Language:Auto-Submitted:In-Reply-To:References:List-Unsubscribe:List-Unsubscribe-Post',
].join(':');

/**
 * The message as nodemailer takes it. Nothing in a mail can add a header or a receiver: names and words lose their
 * control characters, and what has a form is checked against it. Throws MailRefused when `to` is no address, and
 * TypeError when the caller got another part wrong.
 */
export function composeMessage(mail: Mail, mailFrom: string, envelopeFrom: string): SendMailOptions {
  const { messageId, to, unsubscribeUrl } = directionsOf(mail);
  return {
    messageId,
    from: oneLine(mail.from ?? mailFrom),
    to,
    ...(mail.replyTo && { replyTo: oneLine(mail.replyTo) }),
    subject: oneLine(mail.subject),
    text: mail.text,
    html: mail.html,
    headers: headersOf(mail.language, unsubscribeUrl),
    // The same sender whatever `from` says: bounces come home, and SPF is asked about our own domain.
    envelope: { from: envelopeFrom, to: [to] },
    attachments: (mail.attachments ?? []).map(({ filename, contentType, content }) => ({
      filename: oneLine(filename),
      contentType: inForm(contentType, /^[\w.+-]+\/[\w.+-]+(; ?[\w-]+=[\w.+-]+)*$/, 'contentType'),
      content: Buffer.from(content),
    })),
    xMailer: false,
  };
}

/** Where one mail goes, which it is and how to leave. */
export type Directions = Pick<Mail, 'messageId' | 'to' | 'unsubscribeUrl'>;

/** The same, each in its form; throws like `composeMessage`. */
export function directionsOf({ messageId, to, unsubscribeUrl }: Mail): Directions {
  if (!/^[^\s<>()[\]\\,;:"@\p{Cc}]{1,64}@[^\s<>()[\]\\,;:"@\p{Cc}]{1,255}$/u.test(to)) {
    throw new MailRefused('The receiver of this mail is not an address.');
  }
  return {
    messageId: inForm(messageId, /^<[^\s<>@]+@[^\s<>@]+>$/, 'messageId'),
    to: inAscii(to),
    ...(unsubscribeUrl !== undefined && { unsubscribeUrl: asHttpUrl(unsubscribeUrl) }),
  };
}

/** The domain as it stands in headers and is looked up, whatever script it is typed in (RFC 5891). */
function inAscii(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  const domain = address.slice(at);
  return address.slice(0, at) + (domainToASCII(domain) || domain);
}

type Headers = Record<string, string | { prepared: true; value: string }>;

function headersOf(language: string, unsubscribeUrl: string | undefined): Headers {
  return {
    // Tells absence notices not to answer (RFC 3834).
    'Auto-Submitted': 'auto-generated',
    'Content-Language': inForm(language, /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'language'),
    ...(unsubscribeUrl && {
      // Prepared: readers of this header take it whole, not folded or encoded.
      'List-Unsubscribe': { prepared: true, value: `<${unsubscribeUrl}>` },
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  };
}

function asHttpUrl(text: string): string {
  const url = new URL(text);
  if (!['http:', 'https:'].includes(url.protocol))
    throw new TypeError('unsubscribeUrl of a mail is not a web address.');
  // The parser has already written any bracket, space or newline as %XX.
  return inForm(url.href, /^[^\s<>]+$/, 'unsubscribeUrl');
}

function inForm(text: string, form: RegExp, part: string): string {
  if (form.test(text)) return text;
  throw new TypeError(`${part} of a mail is malformed.`);
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
