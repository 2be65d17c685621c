/** What is each mail's own, by the names of the places where it stands. */
export type Values = Readonly<Record<string, string>>;

/** A part of a mail: words as they are, or what is made of the mail's own values. */
export type Piece = string | ((values: Values) => string);

/**
 * What stands in a letter to many where each mail has a value of its own. It is made of signs that no text has that came
 * in at a door, so nobody can type one.
 */
export function place(name: string): string {
  return `${OPEN}${name}${CLOSE}`;
}

/** A text as it was for all, with "…" where each had something of their own. */
export function withoutPlaces(text: string): string {
  return text.replaceAll(PLACE, '…');
}

/** A text with the values in their places. A value is never looked through for places, and has no signs of one. */
export function fillPlaces(text: string, values: Values, written = asIs): string {
  return text.replaceAll(PLACE, (_, name: string) => written(valueOf(values, name)));
}

/**
 * A web address with the values in their places: the whole address, or parts that stay behind what was written before
 * them. Throws TypeError when it leads anywhere else.
 */
export function fillAddress(text: string, values: Values): string {
  const [before = '', ...places] = text.split(OPEN);
  if (places.length === 0) return asWebAddress(text);
  if (before === '' && places.length === 1 && text.endsWith(CLOSE))
    return asWebAddress(fillPlaces(text, values));
  const href = asWebAddress(fillPlaces(text, values, encodeURIComponent));
  if (href.startsWith(asWebAddress(before))) return href;
  throw new TypeError('A link of a mail leads to where its letter does not.');
}

/** The same for what a link of a letter may also lead to: a mail address, or a number to call. These have no places. */
export function fillLink(text: string, values: Values): string {
  return /^(mailto|tel):/i.test(text) && !hasPlace(text) ? new URL(text).href : fillAddress(text, values);
}

/** An attached file with the values in their places: each on one line, and in a calendar as a text (RFC 5545, 3.3.11). */
export function fillFile(content: string, contentType: string, values: Values): string {
  if (!hasPlace(content)) return content;
  if (!contentType.startsWith('text/calendar')) return fillPlaces(content, values, onOneLine);
  const unfolded = content.replaceAll(/\r?\n[ \t]/g, '');
  return fillPlaces(unfolded, values, asCalendarText).replaceAll(/.+/g, folded);
}

/** A text as it is `written`: once for all mails where it has no place. */
export function piece(text: string, written: (filled: string) => string): Piece {
  return hasPlace(text) ? (values) => written(fillPlaces(text, values)) : written(text);
}

/** The same for a web address. */
export function addressPiece(text: string, written: (filled: string) => string): Piece {
  const make = (values: Values) => written(fillAddress(text, values));
  return hasPlace(text) ? make : make({});
}

/** Pieces between words, in their order; neighbours that are the same for all are one. */
export function pieces(words: TemplateStringsArray, ...between: (Piece | Piece[])[]): Piece[] {
  const all: Piece[] = [];
  for (const part of words.flatMap((text, n) => [text, ...[between[n] ?? []].flat()])) {
    const last = all.at(-1);
    if (typeof last === 'string' && typeof part === 'string') all[all.length - 1] = last + part;
    else all.push(part);
  }
  return all;
}

/** Pieces as the text of one mail. */
export function joined(parts: readonly Piece[], values: Values): string {
  let text = '';
  for (const part of parts) text += typeof part === 'string' ? part : part(values);
  return text;
}

const OPEN = '\ufff9';
const CLOSE = '\ufffb';
const PLACE = /\ufff9([^\ufff9\ufffb]*)\ufffb/g;
/** Controls but for tabs and ends of lines, and the signs of a place. */
const UNSEEN = /[[\p{Cc}\ufff9-\ufffb]--[\t\n]]/gv;

export function hasPlace(text: string): boolean {
  return text.includes(OPEN);
}

function valueOf(values: Values, name: string): string {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined) throw new TypeError(`A mail has no value for "${name}".`);
  return value.toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll(UNSEEN, '');
}

function asIs(value: string): string {
  return value;
}

function onOneLine(value: string): string {
  return value.replaceAll(/\s+/g, ' ');
}

function asCalendarText(value: string): string {
  return value.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`);
}

/** A line of a calendar on lines of at most 75 bytes (RFC 5545, 3.1). */
function folded(line: string): string {
  let written = '';
  let byteCount = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (byteCount + size > 75) {
      written += '\r\n ';
      byteCount = 1;
    }
    written += character;
    byteCount += size;
  }
  return written;
}

/** As a browser writes it. Throws TypeError when it is no address of the web. */
export function asWebAddress(text: string): string {
  const { protocol, href } = new URL(text);
  if (protocol === 'https:' || protocol === 'http:') return href;
  throw new TypeError('A link of a mail is not a web address.');
}
