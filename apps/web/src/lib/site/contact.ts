/** Where a contact leads: an email to a letter, an https address to its page. Null for mere words. */
export function contactLink(contact: string): string | null {
  if (/^[^\s@<>"'?#%/\\]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(contact)) return `mailto:${contact}`;
  if (!URL.canParse(contact)) return null;
  const { protocol, href } = new URL(contact);
  return protocol === 'https:' ? href : null;
}
