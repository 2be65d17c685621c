import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret for a link: 32 random bytes, base64url. Store only its `hashToken`. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 of a token, hex: what the database keeps, so that a stolen backup opens nothing. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * A link that stands for one row and one purpose, with nothing stored: `id.mac`, the mac an HMAC-SHA-256 of
 * both under the site's secret. It never expires; use it where the person must always get back (undo, cancel).
 */
export function sealedId(secret: string, purpose: string, id: string): string {
  return `${id}.${mac(secret, purpose, id)}`;
}

/** The id in a sealed link, or null when the seal is not ours or is for another purpose. */
export function openSealedId(secret: string, purpose: string, sealed: string): string | null {
  const [id = '', given = ''] = sealed.split('.');
  const expected = Buffer.from(mac(secret, purpose, id));
  const offered = Buffer.from(given);
  return UUID.test(id) && offered.length === expected.length && timingSafeEqual(offered, expected)
    ? id
    : null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function mac(secret: string, purpose: string, id: string) {
  return createHmac('sha256', secret).update(`${purpose}:${id}`).digest('base64url').slice(0, 32);
}
