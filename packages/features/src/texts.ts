import { Type } from 'typebox';
import { addressOf } from './addresses.ts';
import { LENGTHS } from './lengths.ts';
import { LONGEST_SLUG, SLUG_PATTERN } from './slugs.ts';

/**
 * What people type, by kind. Each is brought to the form it is kept in at the door, before its length is measured and
 * before any action sees it: so no route can forget it. A field of free text is made of these; a test walks all routes.
 */
export type TextKind = 'address' | 'line' | 'prose';

/** The address of a mailbox, in its one form. */
export const EmailAddress = Type.String({ minLength: 1, maxLength: LENGTHS.email, typed: 'address' });

/** What a thing of this site is known by in its address; see slugs.ts. */
export const Slug = Type.String({ maxLength: LONGEST_SLUG, pattern: SLUG_PATTERN });

/** A slug that is asked for: one of another form is not wrong, it is not there. */
export const SlugAsked = Type.String({ maxLength: 100 });

/** The address of a page elsewhere: safely fetched, and with nobody's name before the host, which would hide where it leads. */
export const WEB_PAGE_PATTERN = String.raw`^https://[^\s/@?#\\]+([/?#]\S*)?$`;

/** What this site sealed, as it gave it out; see site/tokens.ts. */
export function sealOf(maxLength: number) {
  return Type.String({ maxLength, pattern: '^[A-Za-z0-9_-]*$' });
}

/** One line that says something: a name, a title. Signs that nobody sees alone are refused as blank. */
export function line(maxLength: number, minLength = 1) {
  return Type.String({ minLength, maxLength, pattern: String.raw`\S`, typed: 'line' });
}

/** One line, or nothing. */
export function maybeLine(maxLength: number) {
  return Type.String({ maxLength, typed: 'line' });
}

/** Text on as many lines as were typed, that says something. */
export function prose(maxLength: number) {
  return Type.String({ minLength: 1, maxLength, pattern: String.raw`\S`, typed: 'prose' });
}

/** Text on as many lines as were typed, or none. */
export function maybeProse(maxLength: number) {
  return Type.String({ maxLength, typed: 'prose' });
}

/** Without controls and signs that nobody sees, on one line, composed; joiners within a word and an emoji stay. */
export function tidyLine(typed: string): string {
  const plain = typed
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll(FORMAT, '')
    // Between two of them may have stood what nobody sees.
    .replaceAll(/ {2,}/g, ' ');
  return isBlank(plain) ? '' : withoutEdges(plain.normalize('NFC'));
}

/** The same on the lines it was typed on, whichever way a browser ends them; which way letters run may be marked. */
export function tidyProse(typed: string): string {
  const plain = typed
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    // A vertical tab is how slides end a line within a title.
    .replaceAll(/[\v\f]/g, ' ')
    .replaceAll(/[\p{Cc}--[\t\n]]/gv, '')
    .replaceAll(UNMARKED, '');
  return isBlank(plain) ? '' : plain;
}

/** Whether there is nothing in it to read. */
export function isBlank(text: string): boolean {
  return NOTHING.test(text);
}

/** A joiner at an end joins nothing. */
function withoutEdges(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && EDGE.test(text.charAt(start))) start += 1;
  while (end > start && EDGE.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
const EDGE = /[\s\u200c\u200d]/;

/** Each kind's form; null for what is none. Such a text is refused as `field.email`, the only kind that can be. */
export const forms: Record<TextKind, (typed: string) => string | null> = {
  address: (typed) => (isBlank(typed) ? '' : addressOf(typed)),
  line: tidyLine,
  prose: tidyProse,
};

/** Signs that only order other letters or hide; what has the class but is seen, as an Arabic year sign, stays. */
const FORMAT = /[[[\p{Cf}&&\p{Default_Ignorable_Code_Point}]--[\u200c\u200d]]\ufff9-\ufffb]/gv;
const UNMARKED = /[[[\p{Cf}&&\p{Default_Ignorable_Code_Point}]--[\u061c\u200c-\u200f]]\ufff9-\ufffb]/gv;
/** The blank of Braille and the fillers of Hangul have the class of letters, and no ink. */
const NOTHING = /^[\s\p{Cc}\p{Cf}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]*$/u;
