/**
 * The site's own address under another name, `"Eastside Tenants" <hello@example.org>`: receivers' servers go by the
 * address, people by the name.
 */
export function underName(name: string, mailFrom: string): string {
  const address = /<([^<>]+)>/.exec(mailFrom)?.[1] ?? mailFrom;
  return `"${name.replaceAll(/["\\<>]/g, '').trim()}" <${address}>`;
}
