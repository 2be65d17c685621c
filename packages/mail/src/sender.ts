/**
 * An address, such as the site's own, under another name, `"Eastside Tenants" <hello@example.org>`: receivers' servers go
 * by the address, people by the name.
 */
export function underName(name: string, mailFrom: string): string {
  return `"${name.replaceAll(/["\\<>]/g, '').trim()}" <${addressIn(mailFrom)}>`;
}

/** The bare address of a sender. */
export function addressIn(sender: string): string {
  return /<([^<>]+)>/.exec(sender)?.[1] ?? sender;
}
