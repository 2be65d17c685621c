import { randomBytes } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { foldLines } from 'nodemailer/lib/mime-funcs';
import MimeNode from 'nodemailer/lib/mime-node';
import { encode, wrap } from 'nodemailer/lib/qp';
import { layOut, type MailLetter } from './layout.ts';
import type { Mail, MailAttachment } from './mail.ts';
import { composeMessage, directionsOf, oneLine, onLines } from './message.ts';
import { addressIn } from './sender.ts';
import { fillPlaces, fillAddress, fillFile, hasPlace, type Piece, type Values } from './places.ts';

/** What many mails say. Its letter, subject, `unsubscribeUrl`, the address of `replyTo` and the content of what is attached may have places. */
export type MailTemplate = Pick<
  Mail,
  'from' | 'replyTo' | 'inReplyTo' | 'signer' | 'subject' | 'unsubscribeUrl' | 'attachments' | 'language'
> & {
  letter: MailLetter;
};

/** One of them: where it goes, which it is, and what stands in its places. */
export type TemplateMail = Pick<Mail, 'messageId' | 'to' | 'returnPath'> & { values: Values };

/** What stands in every message, or is asked of each mail. */
type Part = string | ((mail: TemplateMail) => string);

/**
 * Composes once what all mails of a template have in common: composing a message takes longer than sending it. What it
 * answers fills in one mail: the message as it goes to the server, and to whom.
 */
export async function prepareMessage(template: MailTemplate, mailFrom: string) {
  const parts = await cut(template, mailFrom);
  return (mail: TemplateMail) => {
    const { messageId, to, returnPath } = directionsOf(mail);
    const filling = { messageId, to, values: mail.values };
    let message = '';
    for (const part of parts) message += typeof part === 'string' ? part : part(filling);
    return { to, returnPath, message: Buffer.from(message) };
  };
}

/** How many bytes the message of one mail of this template comes to. */
export async function messageSize(template: MailTemplate, mailFrom: string, values: Values = {}) {
  const fillIn = await prepareMessage(template, mailFrom);
  return fillIn({ messageId: '<size@mail.test>', to: 'reader@mail.test', values }).message.length;
}

/** What a message is composed with where something of each mail's own will be: nobody can guess it. */
const mark = randomBytes(12).toString('hex');
const marked = {
  to: `to@${mark}.test`,
  messageId: `<id@${mark}.test>`,
  unsubscribeUrl: `https://${mark}.test/`,
  replyTo: `answers@${mark}.test`,
};
const bodies = { text: `text-${mark}`, html: `html-${mark}` };
const subjectLine = `Subject: subject-${mark}`;
/** Its base64 is on one line, and ends without a filler. */
const fileMark = (n: number) => `file-${String(n).padStart(4, '0')}-${mark.slice(0, 17)}`;
const asBase64 = (text: string) => Buffer.from(text).toString('base64');

async function cut(template: MailTemplate, mailFrom: string): Promise<Part[]> {
  const { letter, subject, unsubscribeUrl, replyTo, attachments = [], ...sender } = template;
  const message = composeMessage(
    {
      ...sender,
      ...bodies,
      messageId: marked.messageId,
      to: marked.to,
      ...(replyTo !== undefined && { replyTo: hasPlace(replyTo) ? underMark(replyTo) : replyTo }),
      subject: hasPlace(subject) ? `subject-${mark}` : subject,
      ...(unsubscribeUrl !== undefined && { unsubscribeUrl: marked.unsubscribeUrl }),
      attachments: attachments.map((file, n) =>
        hasPlace(file.content) ? { ...file, content: fileMark(n) } : file,
      ),
    },
    mailFrom,
  );
  const composer = new MailComposer({
    ...message,
    date: new Date(0),
    text: { raw: `${headOf('plain')}${bodies.text}` },
    html: { raw: `${headOf('html')}${bodies.html}` },
  });
  const composed = (await composer.compile().build()).toString();
  const filled = fillings(template);
  const places = new RegExp(`(${Object.keys(filled).join('|')}|(?<=^Date: ).*$)`, 'm');
  return composed.split(places).flatMap((part, n) => (n % 2 === 0 ? [part] : (filled[part] ?? [dateNow])));
}

/** What each mark stands for. */
function fillings({
  letter,
  subject,
  unsubscribeUrl = '',
  replyTo = '',
  attachments = [],
}: MailTemplate): Record<string, Part[]> {
  const { text, html } = layOut(letter);
  const files = attachments.map((file, n): [string, Part[]] => [
    asBase64(fileMark(n)),
    [({ values }) => encoded(file, values)],
  ]);
  return {
    [marked.to]: [({ to }) => to],
    [marked.messageId]: [({ messageId }) => messageId],
    [marked.unsubscribeUrl]: [({ values }) => fillAddress(unsubscribeUrl, values)],
    [marked.replyTo]: [({ values }) => oneLine(fillPlaces(addressIn(replyTo), values))],
    [subjectLine]: [({ values }) => subjectOf(fillPlaces(subject, values))],
    [bodies.text]: partsOf(text),
    [bodies.html]: partsOf(html),
    ...Object.fromEntries(files),
  };
}

/** The name stays, so that it is written as names in headers are. */
function underMark(replyTo: string): string {
  return replyTo.replace(addressIn(replyTo), marked.replyTo);
}

function headOf(subtype: string) {
  return `Content-Type: text/${subtype}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`;
}

/** Each piece is encoded by itself, on lines of its own: one that ends in "=" goes on in the next. */
function partsOf(pieces: Piece[]): Part[] {
  return pieces
    .filter((piece) => piece !== '')
    .flatMap((piece, n): Part[] => {
      const part =
        typeof piece === 'string' ? quoted(piece) : ({ values }: TemplateMail) => quoted(piece(values));
      return n === 0 ? [part] : ['=\r\n', part];
    });
}

function quoted(words: string): string {
  return wrap(encode(onLines(words)), 75);
}

function subjectOf(subject: string): string {
  return foldLines(`Subject: ${MimeNode.encodeHeaderValue('Subject', oneLine(subject))}`, 76);
}

function encoded({ content, contentType }: MailAttachment, values: Values): string {
  return asBase64(fillFile(content, contentType, values)).replaceAll(/.{76}(?=.)/g, '$&\r\n');
}

function dateNow() {
  return new Date().toUTCString().replace('GMT', '+0000');
}
