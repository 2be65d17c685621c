/** A zone that can be named on a page: an IANA name, not an offset such as +01:00. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Z][A-Za-z_]*(\/|$)/.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
