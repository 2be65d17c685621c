import { createHmac } from 'node:crypto';

/** HMAC-SHA-256 under the site's secret: whoever has the table alone learns neither whom it counts nor for what. */
export function limitKey(secret: string, limit: string, key: string): string {
  return createHmac('sha256', secret).update(`limit:${limit}:${key}`).digest('base64url');
}

/** A secret of its own for something that the site signs and reads again by itself. */
export function secretFor(secret: string, purpose: string): string {
  return createHmac('sha256', secret).update(`secret:${purpose}`).digest('base64url');
}
