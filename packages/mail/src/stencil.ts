import { randomBytes } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { SendMailOptions } from 'nodemailer/lib/mailer';
import { encode, wrap } from 'nodemailer/lib/qp';
import { escapeHtml } from './layout.ts';
import type { Mail } from './mail.ts';
import { composeMessage, directionsOf, type Directions } from './message.ts';

/** Words as they are, and the places of what is each mail's own between them. */
type Piece = string | number;
/** What stands in every message of a stencil, or is asked of each mail. */
type Part = string | ((mail: Filling) => string);
type Filling = Directions & { own: readonly string[] };

/** How many stencils are kept: those of all that goes out within the same few minutes, in every language. */
const MOST = 50;

/**
 * Composes mails that are alike but for their receiver and their `own` words once for all of them: composing a message
 * takes longer than sending it. Nothing of one mail gets into another: whatever else differs makes another stencil.
 */
export function openStencils(mailFrom: string, envelopeFrom: string) {
  const known = new Map<string, Promise<Part[]>>();
  return async (mail: Mail, own: readonly string[]): Promise<SendMailOptions> => {
    const directions = directionsOf(mail);
    const text = cutUp(mail.text, own);
    const html = cutUp(mail.html, own.map(escapeHtml));
    const { from, replyTo, subject, language, unsubscribeUrl } = mail;
    const key = JSON.stringify([text, html, from, replyTo, subject, language, unsubscribeUrl === undefined]);
    const stencil = known.get(key) ?? cut(mail, { text, html, mailFrom });
    keepNewest(known, key, stencil);
    const parts = await stencil;
    const filling = { ...directions, own };
    return {
      envelope: { from: envelopeFrom, to: [directions.to] },
      raw: parts.map((part) => (typeof part === 'string' ? part : part(filling))).join(''),
    };
  };
}

function keepNewest(known: Map<string, Promise<Part[]>>, key: string, stencil: Promise<Part[]>) {
  known.delete(key);
  known.set(key, stencil);
  const [oldest] = known.keys();
  if (known.size > MOST && oldest !== undefined) known.delete(oldest);
}

function cutUp(words: string, own: readonly string[]): Piece[] {
  let pieces: Piece[] = [words];
  for (const [place, value] of own.entries())
    pieces = pieces.flatMap((piece) => (typeof piece === 'string' ? cutAt(piece, value, place) : [piece]));
  return pieces;
}

function cutAt(words: string, value: string, place: number): Piece[] {
  return words.split(value).flatMap((piece, n) => (n === 0 ? [piece] : [place, piece]));
}

/** What a stencil is composed with where a mail's own will be: no mail holds it, by chance or by malice. */
const mark = randomBytes(12).toString('hex');
const marked = {
  to: `to@${mark}.test`,
  messageId: `<id@${mark}.test>`,
  unsubscribeUrl: `https://${mark}.test/`,
};
const bodies = { text: `text-${mark}`, html: `html-${mark}` };
const places = new RegExp(
  `(${[...Object.values(marked), ...Object.values(bodies)].join('|')}|(?<=^Date: ).*$)`,
  'm',
);

type Cut = { text: Piece[]; html: Piece[]; mailFrom: string };

async function cut(mail: Mail, { text, html, mailFrom }: Cut): Promise<Part[]> {
  const { unsubscribeUrl, ...rest } = { ...mail, ...marked };
  const hasExit = mail.unsubscribeUrl !== undefined;
  const message = composeMessage({ ...rest, ...(hasExit && { unsubscribeUrl }) }, mailFrom, '');
  const composer = new MailComposer({
    ...message,
    date: new Date(0),
    text: { raw: `${headOf('plain')}${bodies.text}` },
    html: { raw: `${headOf('html')}${bodies.html}` },
  });
  const composed = (await composer.compile().build()).toString();
  const filled: Record<string, Part[]> = {
    [marked.to]: [({ to }) => to],
    [marked.messageId]: [({ messageId }) => messageId],
    [marked.unsubscribeUrl]: [(own) => own.unsubscribeUrl ?? ''],
    [bodies.text]: partsOf(text, (words) => words),
    [bodies.html]: partsOf(html, escapeHtml),
  };
  return composed.split(places).flatMap((part, n) => filled[part] ?? (n % 2 === 0 ? [part] : [dateNow]));
}

function headOf(subtype: string) {
  return `Content-Type: text/${subtype}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`;
}

/** Each piece is encoded by itself, on lines of its own: one that ends in "=" goes on in the next. */
function partsOf(pieces: Piece[], written: (own: string) => string): Part[] {
  return pieces
    .filter((piece) => piece !== '')
    .flatMap((piece, n): Part[] => {
      const part =
        typeof piece === 'string' ? quoted(piece) : ({ own }: Filling) => quoted(written(own[piece] ?? ''));
      return n === 0 ? [part] : ['=\r\n', part];
    });
}

function quoted(words: string): string {
  return wrap(encode(words.replaceAll(/\r?\n/g, '\r\n')), 75);
}

function dateNow() {
  return new Date().toUTCString().replace('GMT', '+0000');
}
