import { LENGTHS } from '../../lengths.ts';
import { MOST_TAGS } from '../contract.ts';
/** One line, without control characters, and without the marks that keep a spreadsheet from computing a cell. */
export function clean(cell: string): string {
  if (cell === '') return cell;
  return cell
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .replace(/^'(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/, '');
}

/** Letters and digits only, without accents: `E-mail address*` and `email_address` are one. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** Whether a cell says nothing: empty, a dash, or what databases write for "no value". */
export function isBlankCell(cell: string): boolean {
  return cell === '' || BLANK.test(cell);
}

/** What several tools write between several values of one cell, or its parts where there is none. */
export function valuesIn(cell: string): string[] {
  return cell.includes(':::')
    ? cell
        .split(':::')
        .map((value) => value.trim())
        .filter(Boolean)
    : [cell];
}

/** The tags of one cell: with commas, semicolons or bars between them, those in quotes whole; Google's begin with `* `. */
export function tagsIn(cell: string): string[] {
  return valuesIn(cell).flatMap(splitTags).map(tidyTag).filter(Boolean);
}

/** One tag as tags are written, however long. */
export function tidyTag(tag: string): string {
  return tag
    .trim()
    .replace(/^\*\s+/, '')
    .toLowerCase();
}

/** These tags as far as they are kept, each once. */
export function boundedTags(tags: string[]): string[] {
  return [...new Set(tags.map((tag) => tag.slice(0, LENGTHS.tag).trim()))].slice(0, MOST_TAGS);
}

/** A moment as machines write it, `2021-05-04 10:11:12` in UTC or ISO 8601; null for what could be read in two ways. */
export function momentIn(cell: string): Date | null {
  const [, day, time = '00:00:00', zone = 'Z'] = MOMENT.exec(cell) ?? [];
  if (!day) return null;
  const moment = new Date(`${day}T${time}${zone.replace(' ', '')}`);
  return Number.isNaN(moment.getTime()) ? null : moment;
}

const BLANK = /^(?:[-\u2013\u2014.?]+|n\/a|#n\/a|null|nil|\\n|\(?(?:none|blank|empty)\)?)$/i;
const MOMENT = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)\s?(Z|UTC|[+-]\d\d:?\d\d)?)?$/;
const BETWEEN_TAGS = /([,;|\u060c\u061b])/;
/** Characters; what is longer holds no tags. */
const LONGEST_CELL = 4_000;

/** The pieces of a cell, those in quotes whole. */
function splitTags(cell: string): string[] {
  const pieces = cell.slice(0, LONGEST_CELL).split(BETWEEN_TAGS);
  const tags: string[] = [];
  for (let at = 0; at < pieces.length;) {
    const end = endOfTag(pieces, at);
    tags.push(unquoted(pieces.slice(at, end).join('').trim()));
    at = end + 1;
  }
  return tags;
}

/** Where the tag that begins with this piece ends: with its quotation, if it is in one that ends. */
function endOfTag(pieces: string[], at: number): number {
  if (!pieces[at]?.trimStart().startsWith('"')) return at + 1;
  let marks = 0;
  for (let end = at; end < pieces.length; end += 1) {
    const piece = pieces[end] ?? '';
    marks += piece.split('"').length - 1;
    if (marks % 2 === 0 && piece.trimEnd().endsWith('"')) return end + 1;
  }
  return at + 1;
}

function unquoted(tag: string): string {
  const isQuoted = tag.length > 1 && tag.startsWith('"') && tag.endsWith('"');
  return isQuoted ? tag.slice(1, -1).replaceAll('""', '"') : tag;
}
