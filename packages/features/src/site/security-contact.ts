import { domainToASCII } from 'node:url';
import { addressOf } from '../addresses.ts';

/**
 * Whom to tell of a hole, as RFC 9116 (2.5.3) wants it: a URI, `mailto:` for an email. Null for what is neither an email
 * nor an https address.
 */
export function securityContactOf(typed: string): string | null {
  const email = addressOf(typed);
  if (email !== null) return mailtoOf(email);
  if (!URL.canParse(typed)) return null;
  const { protocol, href } = new URL(typed);
  return protocol === 'https:' ? href : null;
}

/** As RFC 6068 writes it: a domain in punycode, and nothing in it that a URI would read as something else. */
function mailtoOf(email: string): string {
  const at = email.lastIndexOf('@');
  return `mailto:${encodeURIComponent(email.slice(0, at))}@${domainToASCII(email.slice(at + 1))}`;
}
