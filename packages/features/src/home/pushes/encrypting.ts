import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';

/** What a browser gave to encrypt to it: its point and a secret, base64url. */
export type DeviceKeys = { p256dh: string; auth: string };

const CURVE = 'prime256v1';
/** The size of the one record there is; carriers take no more. */
const RECORD = 4096;
/** Each message is as long as the longest: its length tells nothing. */
const PADDED = 2048;

/** The longest text, in bytes. */
const MOST_BYTES = PADDED - 1;

/**
 * A text that this browser alone reads, as `aes128gcm` carries it (RFC 8291, RFC 8188). Throws a RangeError where it is too
 * long, and what the curve says of a point that is none.
 */
export function encryptFor({ p256dh, auth }: DeviceKeys, text: string): Buffer {
  const plain = Buffer.from(text);
  if (plain.length > MOST_BYTES) throw new RangeError('a push has no room for so much');
  const theirs = Buffer.from(p256dh, 'base64url');
  const own = createECDH(CURVE);
  const ours = own.generateKeys();
  const shared = own.computeSecret(theirs);
  const about = Buffer.concat([Buffer.from('WebPush: info\0'), theirs, ours]);
  const secret = Buffer.from(hkdfSync('sha256', shared, Buffer.from(auth, 'base64url'), about, 32));
  const salt = randomBytes(16);
  const derive = (label: string, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, salt, `Content-Encoding: ${label}\0`, length));
  const cipher = createCipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
  // The last record ends with a 2, and then with nothing.
  const padded = Buffer.concat([plain, Buffer.from([2]), Buffer.alloc(MOST_BYTES - plain.length)]);
  const sealed = Buffer.concat([cipher.update(padded), cipher.final(), cipher.getAuthTag()]);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(RECORD);
  head.writeUInt8(ours.length, 4);
  return Buffer.concat([salt, head, ours, sealed]);
}

/** Whether a browser's keys can be encrypted to: a point of the curve, and sixteen bytes. */
export function areDeviceKeys({ p256dh, auth }: DeviceKeys): boolean {
  if (Buffer.from(auth, 'base64url').length !== 16 || Buffer.from(p256dh, 'base64url').length !== 65)
    return false;
  try {
    encryptFor({ p256dh, auth }, '');
    return true;
  } catch {
    return false;
  }
}
