import { LENGTHS } from '../lengths.ts';
import { tidyLine } from '../texts.ts';

/** What mail programs put before a subject when it is answered or passed on, in the languages that people here write. */
const ANSWERED =
  /^\s*((re|fw|fwd|aw|wg|sv|vs|rv|tr|res|enc|رد|ردا|إعادة توجيه)(\[\d+\]|\(\d+\))?\s*[:：]|\[[^\]]{1,40}\])\s*/iu;

/** A subject without what an answer put before it. */
export function plainSubject(subject: string): string {
  let plain = tidyLine(subject.slice(0, 1_000));
  for (let before = ''; before !== plain;) {
    before = plain;
    plain = plain.replace(ANSWERED, '');
  }
  return [...plain].slice(0, LENGTHS.mailSubject).join('').trim();
}

/** What tells one matter from another: the subject, however it is spelt. */
export function threadOf(subject: string): string {
  return plainSubject(subject).normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ');
}
