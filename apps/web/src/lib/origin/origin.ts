type Asked = { method: string; origin: string | null; hasCookie: boolean };

/**
 * Did another site's page ask for this change (cross-site request forgery)? An unsafe request must carry the
 * Origin of this very address or of the public one. One that carries neither an origin nor a cookie comes from
 * no browser and has no standing to abuse: that is a mail program's one-click unsubscribe (RFC 8058).
 */
export function isForeign({ method, origin, hasCookie }: Asked, ownOrigins: readonly string[]): boolean {
  if (safeMethods.has(method)) return false;
  if (origin === null) return hasCookie;
  return !ownOrigins.includes(origin);
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
