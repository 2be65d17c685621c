import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

const DAY = 86_400_000;

/** A certificate for a host that vouches for itself, good until `days` from now; both in PEM. */
export function aCertificate({ days, host = 'localhost' }: { days: number; host?: string }): {
  key: string;
  cert: string;
} {
  const holder = sequence(tagged(0x31, sequence(named('550403'), tagged(0x0c, Buffer.from(host)))));
  const hosts = sequence(named('551d11'), tagged(0x04, sequence(tagged(0x82, Buffer.from(host)))));
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const now = Date.now();
  const body = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, Buffer.from([1]), randomBytes(8)),
    ECDSA_WITH_SHA256,
    holder,
    sequence(time(now + Math.min(days, 0) * DAY - DAY), time(now + days * DAY)),
    holder,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(hosts, AUTHORITY)),
  );
  const signature = createSign('sha256').update(body).sign(privateKey);
  const whole = sequence(body, ECDSA_WITH_SHA256, tagged(0x03, Buffer.from([0]), signature));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${whole.toString('base64')}\n-----END CERTIFICATE-----\n`,
  };
}

/** A value as DER (X.690) writes it: what it is, how long, and its bytes. */
function tagged(tag: number, ...parts: Buffer[]): Buffer {
  const bytes = Buffer.concat(parts);
  const isShort = bytes.length < 128;
  const length = isShort ? [bytes.length] : [0x82, bytes.length >> 8, bytes.length & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), bytes]);
}

function sequence(...parts: Buffer[]): Buffer {
  return tagged(0x30, ...parts);
}

function named(hex: string): Buffer {
  return tagged(0x06, Buffer.from(hex, 'hex'));
}

function time(at: number): Buffer {
  return tagged(0x18, Buffer.from(new Date(at).toISOString().replaceAll(/[-:T]|\.\d+/g, '')));
}

const ECDSA_WITH_SHA256 = sequence(named('2a8648ce3d040302'));
/** It may vouch for certificates, and so for itself. */
const AUTHORITY = sequence(
  named('551d13'),
  tagged(0x01, Buffer.from([0xff])),
  tagged(0x04, sequence(tagged(0x01, Buffer.from([0xff])))),
);
