/**
 * Whether these cookies may hold a session. The api alone reads them: two that read cookies differ about one that is
 * written oddly (`session =…`), and whoever is a member to one must not be a stranger to the other.
 */
export function mayHoldSession(cookies: string | null): boolean {
  return cookies?.includes('session') ?? false;
}
