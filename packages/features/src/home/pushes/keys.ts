import { createECDH, createPrivateKey, hkdfSync, sign, type KeyObject } from 'node:crypto';
import type { House } from '../../context.ts';

/** The order of P-256 (SEC 2). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** The public half as browsers take it: an uncompressed point, base64url. */
export type PushKeys = { privateKey: KeyObject; publicKey: string };

/**
 * The key pair by which a browser knows that it is this site that rings (RFC 8292). It is made of the site's secret
 * (RFC 5869), so that every process has the same and nothing more is kept: 48 bytes, brought below the order (FIPS 186-5, A.2.1).
 */
export function pushKeysOf({ settings }: Pick<House, 'settings'>): PushKeys {
  const known = made.get(settings.secret);
  if (known) return known;
  const bytes = Buffer.from(hkdfSync('sha256', settings.secret, '', 'push-key', 48));
  const scalar = (BigInt(`0x${bytes.toString('hex')}`) % (ORDER - 1n)) + 1n;
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(scalar.toString(16).padStart(64, '0'), 'hex');
  const point = pair.getPublicKey();
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
  const jwk = { kty: 'EC', crv: 'P-256', x, y, d: pair.getPrivateKey().toString('base64url') };
  const keys = {
    privateKey: createPrivateKey({ key: jwk, format: 'jwk' }),
    publicKey: point.toString('base64url'),
  };
  made.set(settings.secret, keys);
  return keys;
}

const made = new Map<string, PushKeys>();

/** How long a word to a carrier holds, in seconds: no longer than a day (RFC 8292). */
const HOLDS = 12 * 3600;

/** Says to the carrier of an endpoint who asks: a signed word that holds with it alone. */
export function pushAuthorization({ settings }: Pick<House, 'settings'>, endpoint: URL): string {
  const { privateKey, publicKey } = pushKeysOf({ settings });
  const { publicUrl, mailFrom } = settings;
  const claims = {
    aud: endpoint.origin,
    exp: Math.floor(Date.now() / 1000) + HOLDS,
    // Whom a carrier writes to that is troubled by us.
    sub: publicUrl.startsWith('https:') ? publicUrl : `mailto:${mailFrom}`,
  };
  const said = [{ typ: 'JWT', alg: 'ES256' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const signature = sign('sha256', Buffer.from(said), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `vapid t=${said}.${signature.toString('base64url')}, k=${publicKey}`;
}
