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
  const dated = JSON.stringify([Date.now() + minutes * 60_000, text]);
  return encrypt(keyFor(secret, `sealed-text:${purpose}`), dated);
}

/** What was sealed, or null when the seal is not ours, is for another purpose, or has ended. */
export function openText(secret: string, purpose: string, sealed: string): string | null {
  const dated = decrypt(keyFor(secret, `sealed-text:${purpose}`), sealed);
  if (dated === null) return null;
  const [endsAt, text] = JSON.parse(dated) as [number, string];
  return endsAt > Date.now() ? text : null;
}

/**
 * A text that the database keeps and nobody reads without the site's secret, such as a key: encrypted as above, without an
 * end. It opens for the row alone that it was kept for, so that none can be put in another's place.
 */
export function encryptKept(
  secret: string,
  purpose: string,
  { text, rowId }: { text: string; rowId: string },
) {
  return encrypt(keyFor(secret, `kept-text:${purpose}`), text, rowId);
}

/** The text, or null when it was kept with another secret, for another purpose, or for another row. */
export function decryptKept(
  secret: string,
  purpose: string,
  { kept, rowId }: { kept: string; rowId: string },
): string | null {
  return decrypt(keyFor(secret, `kept-text:${purpose}`), kept, rowId);
}

function encrypt(key: KeyObject, text: string, about = ''): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

function decrypt(key: KeyObject, sealed: string, about = ''): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < 28) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(about));
  decipher.setAuthTag(bytes.subarray(12, 28));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/** Derived once for each purpose, of which there are a few. */
function keyFor(secret: string, label: string): KeyObject {
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
