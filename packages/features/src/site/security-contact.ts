/**
 * Whom to tell of a hole, as RFC 9116 (2.5.3) wants it: a URI, `mailto:` for an email. Null for what is neither an email
 * nor an https address.
 */
export function securityContactOf(typed: string): string | null {
  const email = typed.replace(/^mailto:/i, '');
  if (EMAIL.test(email)) return `mailto:${email}`;
  if (!URL.canParse(typed)) return null;
  const { protocol, href } = new URL(typed);
  return protocol === 'https:' ? href : null;
}

const EMAIL = /^[^\s@<>"'`,;:\\/?#%]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i;
