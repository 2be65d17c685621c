/** RFC 9116 (2.5.5) wants less than a year; the file is written anew each time it is asked for. */
const DAYS = 90;

/** A security.txt (RFC 9116) that is good for some months from `now`. `securityContact` is a URI. */
export function securityTxt(
  { securityContact, languages }: { securityContact: string; languages: readonly string[] },
  publicUrl: string,
  now = Date.now(),
): string {
  const expires = new Date(now + DAYS * 86_400_000).toISOString().replace(/\.\d+/, '');
  return [
    `Contact: ${securityContact}`,
    `Expires: ${expires}`,
    `Preferred-Languages: ${languages.join(', ')}`,
    `Canonical: ${new URL('/.well-known/security.txt', publicUrl).href}`,
    '',
  ].join('\n');
}
