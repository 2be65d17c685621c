/** RFC 4648, 6, in small letters; what is written has no rest. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** Letters and digits of which no server must keep the case. */
export function toBase32(bytes: Buffer): string {
  let [text, rest, bits] = ['', 0, 0];
  for (const byte of bytes) {
    rest = (rest << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += ALPHABET.charAt((rest >> (bits - 5)) & 31);
    rest &= (1 << bits) - 1;
  }
  return text;
}

/** Null for what is none. */
export function fromBase32(text: string): Buffer | null {
  const bytes: number[] = [];
  let [rest, bits] = [0, 0];
  for (const letter of text) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) return null;
    rest = (rest << 5) | value;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push(rest >> bits);
    rest &= (1 << bits) - 1;
  }
  return Buffer.from(bytes);
}
