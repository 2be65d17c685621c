import { domainToASCII, domainToUnicode } from 'node:url';

/**
 * An address as this site keeps and compares it, however it was typed or pasted: `Ana <ana@example.org>`,
 * `mailto:ANA@example.org`, with blanks around, with signs that nobody sees, in full-width letters. One mailbox is one
 * text: small letters in Unicode's composed form, a domain in its own letters instead of punycode. Null for what is no
 * address. As address books are, it is looser than RFC 5321 about dots: telephones once came with `a..b@`.
 */
export function addressOf(typed: string): string | null {
  const bare = bareOf(typed);
  const at = bare.lastIndexOf('@');
  const local = asSmall(bare.slice(0, Math.max(at, 0)).replaceAll(INVISIBLE, '')).trim();
  const domain = domainOf(bare.slice(at + 1));
  return domain !== null && LOCAL.test(local) && NAMING.test(local) ? `${local}@${domain}` : null;
}

/** The same for what is compared whether it is an address or not: a search, or a row from before a rule. */
export function asStored(typed: string): string {
  return addressOf(typed) ?? typed.trim().toLowerCase();
}

/** What is in the last angle brackets, or behind `mailto:` and before what that asks for. */
function bareOf(typed: string) {
  const plain = typed.normalize('NFKC');
  const address = (/<([^<>]*)>\s*$/.exec(plain)?.[1] ?? plain).replaceAll(UNSEEN, '').trim();
  return /^mailto:/i.test(address)
    ? (address.slice('mailto:'.length).split('?', 1)[0] ?? '').trim()
    : address;
}

/** The hosts of the last addresses: most of a list's people have their mailbox at one of a few. */
const hosts = new Map<string, string | null>();
const MOST_HOSTS = 1_000;
/** Characters, with room for what is taken away. No name of DNS is longer than 253 in ASCII. */
const LONGEST_HOST = 300;

function domainOf(typed: string): string | null {
  if (typed.length > LONGEST_HOST) return null;
  const known = hosts.get(typed);
  if (known !== undefined) return known;
  if (hosts.size >= MOST_HOSTS) hosts.clear();
  const domain = readDomain(typed);
  hosts.set(typed, domain);
  return domain;
}

/** In its own letters, as far as these are letters only and lead back to the same domain; else in punycode. */
function readDomain(typed: string): string | null {
  const written = withoutEndDots(typed.trim());
  const ascii = domainToASCII(written) || domainToASCII(written.replaceAll(INVISIBLE, ''));
  if (!DOMAIN.test(ascii)) return null;
  const own = domainToUnicode(ascii);
  return /^[\p{L}\p{M}\p{N}.-]+$/u.test(own) && domainToASCII(own) === ascii ? own : ascii;
}

/** A host may be written with the dot of the root behind it. */
function withoutEndDots(domain: string): string {
  let end = domain.length;
  while (domain[end - 1] === '.') end -= 1;
  return domain.slice(0, end);
}

/** A Turkish keyboard makes `İ` of a capital `i`, and no mailbox has one. */
function asSmall(text: string) {
  return text.replaceAll('İ', 'i').toLowerCase().normalize('NFKC');
}

/** Signs that nobody sees; joiners stay for the domain, where they may be part of a Persian word. */
const UNSEEN = /[\p{Cf}--[\u200c\u200d]]/gv;
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

const LOCAL = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~.-]+$/u;
/** Dots and marks alone name nobody. */
const NAMING = /[^.\p{M}]/u;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
