import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer } from 'node:https';
import type { IncomingHttpHeaders, RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestSite } from '../../testing.ts';
import { aCertificate } from '../../testing/certificates.ts';
import type { PushNet } from './posting.ts';

const HOST = 'push.example.org';

/** What a carrier was sent; `at`: the path, which is a browser's own. */
export type Carried = { at: string; headers: IncomingHttpHeaders; body: Buffer };

/**
 * A carrier of pushes on this machine, at every name, and a net that leads to it. `answer` may be set anew; it answers 201 at
 * first.
 */
export async function aCarrier() {
  const { key, cert } = aCertificate({ days: 2, host: HOST });
  const carried: Carried[] = [];
  const carrier: { answer: RequestListener } = { answer: (_request, reply) => reply.writeHead(201).end() };
  const server = createServer({ key, cert }, (request, reply) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      carried.push({ at: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) });
      carrier.answer(request, reply);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const net: PushNet = {
    ...{ resolve: async () => ['127.0.0.1'], mayAsk: (address) => address === '127.0.0.1', ports: 'usual' },
    double: { port, ca: cert },
  };
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { net, carried, carrier, close };
}

/** A browser that lets be rung, and can read what it is sent. */
export function aBrowser() {
  const pair = createECDH('prime256v1');
  const point = pair.generateKeys();
  const auth = randomBytes(16);
  const at = `/send/${randomBytes(12).toString('base64url')}`;
  return {
    at,
    own: {
      endpoint: `https://${HOST}${at}`,
      p256dh: point.toString('base64url'),
      auth: auth.toString('base64url'),
    },
    /** As a browser decrypts it (RFC 8291), apart from how we encrypt. */
    read({ body }: Pick<Carried, 'body'>) {
      const [salt, length] = [body.subarray(0, 16), body.readUInt8(20)];
      const theirs = body.subarray(21, 21 + length);
      const sealed = body.subarray(21 + length);
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), point, theirs]);
      const secret = Buffer.from(hkdfSync('sha256', pair.computeSecret(theirs), auth, info, 32));
      const derived = (label: string, size: number) =>
        Buffer.from(hkdfSync('sha256', secret, salt, `Content-Encoding: ${label}\0`, size));
      const decipher = createDecipheriv('aes-128-gcm', derived('aes128gcm', 16), derived('nonce', 12));
      decipher.setAuthTag(sealed.subarray(-16));
      const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
      return padded.subarray(0, padded.lastIndexOf(2)).toString();
    },
  };
}

/** The claims of who asks, where the signature is of the key that comes with it (RFC 8292). */
export function claimsOf({ headers }: Pick<Carried, 'headers'>) {
  const [, token = '', key = ''] = /^vapid t=([^,]+), k=(.+)$/.exec(headers.authorization ?? '') ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as object;
  return { isSigned, key, head: read(head), claims: read(claims) };
}

/** A browser of an account that lets be rung, as the page makes one. */
export async function aDevice(site: TestSite, account: { token: string }) {
  const browser = aBrowser();
  const { body } = await site.as(account).post('/account/pushes', browser.own);
  return { ...browser, id: String(body.id), path: `/account/pushes/${body.id}` };
}
