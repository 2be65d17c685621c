import { domainToASCII } from 'node:url';
import { asStored } from '../addresses.ts';

/**
 * The mailbox behind an address, as the ledger counts it: its one form, without a `+tag`, its domain as punycode. Dots
 * stay: only some hosts ignore them.
 */
export function mailboxOf(address: string): string {
  const plain = asStored(address);
  const at = plain.lastIndexOf('@');
  const local = plain.slice(0, Math.max(at, 0));
  const domain = plain.slice(at + 1);
  const tag = local.indexOf('+', 1);
  return `${tag === -1 ? local : local.slice(0, tag)}@${domainToASCII(domain) || domain}`;
}
