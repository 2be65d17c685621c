import { domainToASCII } from 'node:url';

/**
 * The mailbox behind an address, as the ledger counts it: however it is written, in capitals, with a `+tag`, in Unicode's
 * other forms or as punycode, it is one. Dots stay: only some hosts ignore them.
 */
export function mailboxOf(address: string): string {
  const plain = address.trim().normalize('NFKC').toLowerCase();
  const at = plain.lastIndexOf('@');
  const local = plain.slice(0, Math.max(at, 0));
  const domain = withoutDots(plain.slice(at + 1));
  const tag = local.indexOf('+', 1);
  return `${tag === -1 ? local : local.slice(0, tag)}@${domainToASCII(domain) || domain}`;
}

/** A host may be written with the dot of the root behind it. */
function withoutDots(domain: string): string {
  let end = domain.length;
  while (domain[end - 1] === '.') end -= 1;
  return domain.slice(0, end);
}
