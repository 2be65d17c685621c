import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';

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

/**
 * The same with a mark of the address to which it is mailed: by it whoever follows the link shows that they read the mail
 * there. The address cannot be read from it, and the seal is the same without.
 */
export function sealedIdFor(secret: string, purpose: string, { id, email }: { id: string; email: string }) {
  return `${sealedId(secret, purpose, id)}.${markOf(secret, id, email)}`;
}

/** Whether a sealed link was mailed to this address. */
export function isMailedTo(secret: string, sealed: string, email: string): boolean {
  const [id = '', , given = ''] = sealed.split('.');
  const expected = Buffer.from(markOf(secret, id, email));
  const offered = Buffer.from(given);
  return offered.length === expected.length && timingSafeEqual(offered, expected);
}

/**
 * A text that a browser carries for a while and cannot read: AES-256-GCM, base64url, under a key made for this purpose of
 * the site's secret (RFC 5869), with the minute it ends in it.
 */
export function sealText(
  secret: string,
  purpose: string,
  { text, minutes }: { text: string; minutes: number },
) {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, purpose), iv);
  const dated = JSON.stringify([Date.now() + minutes * 60_000, text]);
  const sealed = Buffer.concat([cipher.update(dated, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** What was sealed, or null when the seal is not ours, is for another purpose, or has ended. */
export function openText(secret: string, purpose: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < 28) return null;
  const decipher = createDecipheriv('aes-256-gcm', keyFor(secret, purpose), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  try {
    const dated = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    const [endsAt, text] = JSON.parse(dated) as [number, string];
    return endsAt > Date.now() ? text : null;
  } catch {
    return null;
  }
}

/** Derived once for each purpose, of which there are a few. */
function keyFor(secret: string, purpose: string): KeyObject {
  const label = `sealed-text:${purpose}`;
  const known = keys.get(label);
  if (known?.secret === secret) return known.key;
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', label, 32)));
  keys.set(label, { secret, key });
  return key;
}

const keys = new Map<string, { secret: string; key: KeyObject }>();

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function markOf(secret: string, id: string, email: string) {
  return createHmac('sha256', secret).update(`mailed:${id}:${email}`).digest('base64url').slice(0, 22);
}

function mac(secret: string, purpose: string, id: string) {
  return createHmac('sha256', secret).update(`${purpose}:${id}`).digest('base64url').slice(0, 32);
}
