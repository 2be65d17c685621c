import { randomInt } from 'node:crypto';

/** No 0 and o, no 1, i and l: a code is read from a flyer and typed with a thumb. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';
const LENGTH = 7;

/** A short code of 27 thousand million possible ones. */
export function newCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
