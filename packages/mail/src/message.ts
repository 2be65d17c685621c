import { domainToASCII } from 'node:url';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { SendMailOptions } from 'nodemailer/lib/mailer';
import type { Mail, MailAttachment as Attachment } from './mail.ts';
import { asWebAddress } from './places.ts';
import { MailRefused } from './refusal.ts';

/** A mail as it goes to the server, and to whom. Throws like `composeMessage`. */
export async function buildMessage(mail: Mail, mailFrom: string) {
  const composer = new MailComposer(composeMessage(mail, mailFrom));
  const { to, returnPath } = directionsOf(mail);
  return { to, returnPath, message: await composer.compile().build(), signer: mail.signer };
}

/**
 * The message as nodemailer takes it. Nothing in a mail can add a header or a receiver: names and words lose their
 * control characters, and what has a form is checked against it. Throws MailRefused when `to` is no address, and
 * TypeError when the caller got another part wrong.
 */
export function composeMessage(mail: Mail, mailFrom: string): SendMailOptions {
  const { messageId, to } = directionsOf(mail);
  return {
    messageId,
    from: oneLine(mail.from ?? mailFrom),
    to,
    ...(mail.replyTo && { replyTo: oneLine(mail.replyTo) }),
    subject: oneLine(mail.subject),
    text: onLines(mail.text),
    html: onLines(mail.html),
    ...(mail.inReplyTo && answering(mail.inReplyTo)),
    headers: headersOf(mail.language, mail.unsubscribeUrl),
    attachments: (mail.attachments ?? []).map(attached),
    // As it goes over the wire: what is signed is what is sent.
    newline: 'windows',
    // A mail is made of what it was given: nothing it says may make us read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** By both headers mail programs put it under what it answers (RFC 5322, 3.6.4). */
function answering(messageId: string) {
  const inReplyTo = inForm(messageId, /^<[^\s<>]+>$/, 'inReplyTo');
  return { inReplyTo, references: inReplyTo };
}

function attached({ filename, contentType, content, encoding, cid }: Attachment) {
  return {
    filename: oneLine(filename),
    contentType: inForm(contentType, /^[\w.+-]+\/[\w.+-]+(; ?[\w-]+=[\w.+-]+)*$/, 'contentType'),
    content: Buffer.from(content, encoding ?? 'utf8'),
    ...(cid !== undefined && {
      cid: inForm(cid, /^[\w.+-]+(@[\w.-]+)?$/, 'cid'),
      contentDisposition: 'inline' as const,
    }),
  };
}

/** Where one mail goes and which it is, each in its form; throws like `composeMessage`. */
export function directionsOf({ messageId, to, returnPath }: Pick<Mail, 'messageId' | 'to' | 'returnPath'>) {
  if (!ADDRESS.test(to)) {
    throw new MailRefused('The receiver of this mail is not an address.');
  }
  return {
    messageId: inForm(messageId, /^<[^\s<>@]+@[^\s<>@]+>$/, 'messageId'),
    to: inAscii(to),
    returnPath: returnPath === undefined ? undefined : inAscii(inForm(returnPath, ADDRESS, 'returnPath')),
  };
}

const ADDRESS = /^[^\s<>()[\]\\,;:"@\p{Cc}]{1,64}@[^\s<>()[\]\\,;:"@\p{Cc}]{1,255}$/u;

/** The domain as it stands in headers and is looked up, whatever script it is typed in (RFC 5891). */
export function inAscii(address: string): string {
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
      'List-Unsubscribe': { prepared: true, value: `<${asWebAddress(unsubscribeUrl)}>` },
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  };
}

function inForm(text: string, form: RegExp, part: string): string {
  if (form.test(text)) return text;
  throw new TypeError(`${part} of a mail is malformed.`);
}

/** A text whose lines end as they do on the wire (RFC 5322). */
export function onLines(text: string): string {
  return text.replaceAll(/\r\n?|\n/g, '\r\n');
}

export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
