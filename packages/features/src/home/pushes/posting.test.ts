import fc from 'fast-check';
import { createECDH } from 'node:crypto';
import { beforeAll, expect, test, onTestFinished } from 'vitest';
import { openNet } from '../../site/net.ts';
import { areDeviceKeys, encryptFor } from './encrypting.ts';
import { aBrowser, aCarrier, claimsOf } from './fixtures.ts';
import { pushKeysOf } from './keys.ts';
import { postPush, type PushNet } from './posting.ts';

const settings = { publicUrl: 'https://groundwork.test', secret: 'a secret that only tests know' };
const house = { settings } as unknown as Parameters<typeof postPush>[0];
let double: Awaited<ReturnType<typeof aCarrier>>;

beforeAll(async () => {
  double = await aCarrier();
  return double.close;
});

function answering(status: number, headers: Record<string, string> = {}) {
  double.carrier.answer = (_request, reply) => reply.writeHead(status, headers).end('x'.repeat(100_000));
}

async function ring(net: PushNet = double.net, { text = 'Something new', timeoutMs = 2000 } = {}) {
  const browser = aBrowser();
  const posted = await postPush(house, { ...browser.own, text }, { net, timeoutMs });
  return { posted, browser, carried: double.carried.find(({ at }) => at === browser.at) };
}

test('a browser reads what it is sent, and nobody can tell from it what it was', async () => {
  answering(201);
  const short = await ring(double.net, { text: 'Hola' });
  const long = await ring(double.net, { text: 'شيء جديد '.repeat(40) });
  expect(short.posted).toEqual({ outcome: 'rung' });
  expect(short.carried && short.browser.read(short.carried)).toBe('Hola');
  expect(long.carried && long.browser.read(long.carried)).toBe('شيء جديد '.repeat(40));
  expect(short.carried?.body).toHaveLength(long.carried?.body.length ?? 0);
  expect(short.carried?.body.includes('Hola')).toBe(false);
});

test('the carrier knows by a signed word who asks, for it alone and for less than a day', async () => {
  answering(201);
  const { carried } = await ring();
  if (!carried) throw new Error('nothing was carried');
  const { isSigned, key, head, claims } = claimsOf(carried);
  expect(isSigned).toBe(true);
  expect(key).toBe(pushKeysOf(house).publicKey);
  expect(head).toEqual({ typ: 'JWT', alg: 'ES256' });
  expect(claims).toMatchObject({ aud: 'https://push.example.org', sub: 'https://groundwork.test' });
  const { exp } = claims as { exp: number };
  expect(exp - Date.now() / 1000).toBeGreaterThan(3600);
  expect(exp - Date.now() / 1000).toBeLessThan(24 * 3600);
  expect(carried.headers).toMatchObject({
    ...{ 'content-encoding': 'aes128gcm', ttl: '86400', urgency: 'high' },
    ...{ host: expect.stringMatching(/^push.example.org/), 'content-length': String(carried.body.length) },
  });
  expect(carried.headers).not.toHaveProperty('cookie');
});

test('every process has the same key of the same secret, and another of another', () => {
  const keyOf = (secret: string) =>
    pushKeysOf({ settings: { secret } } as unknown as Parameters<typeof pushKeysOf>[0]).publicKey;
  expect(keyOf('one')).toBe(keyOf('one'));
  expect(keyOf('one')).not.toBe(keyOf('two'));
  expect(Buffer.from(keyOf('one'), 'base64url')).toHaveLength(65);
});

test.each([
  [200, 'rung'],
  [201, 'rung'],
  [202, 'rung'],
  [404, 'gone'],
  [410, 'gone'],
  [400, 'refused'],
  [403, 'refused'],
  [413, 'refused'],
])('a carrier that says %i: %s', async (status, outcome) => {
  answering(status);
  expect((await ring()).posted).toEqual({ outcome });
});

test('one that has too much to do is asked again, when it says so', async () => {
  answering(429, { 'retry-after': '120' });
  expect((await ring()).posted).toEqual({ outcome: 'later', seconds: 120 });
  answering(503, { 'retry-after': '99999999' });
  expect((await ring()).posted).toEqual({ outcome: 'later', seconds: 6 * 3600 });
  answering(500);
  expect((await ring()).posted).toEqual({ outcome: 'later', seconds: 0 });
});

test('one that never answers, closes the door or has no name is asked again', async () => {
  double.carrier.answer = () => undefined;
  expect((await ring(double.net, { timeoutMs: 300 })).posted).toEqual({ outcome: 'later', seconds: 0 });
  double.carrier.answer = (request) => request.socket.destroy();
  expect((await ring()).posted).toMatchObject({ outcome: 'later' });
  const nameless = { ...double.net, resolve: () => Promise.reject<string[]>(new Error('no such name')) };
  expect((await ring(nameless)).posted).toMatchObject({ outcome: 'later' });
  const slowName = { ...double.net, resolve: () => new Promise<never>(() => undefined) };
  expect((await ring(slowName, { timeoutMs: 200 })).posted).toMatchObject({ outcome: 'later' });
});

test('no redirect is followed, and of an endless answer nothing is read', async () => {
  const before = double.carried.length;
  answering(307, { location: 'https://push.example.org/elsewhere' });
  expect((await ring()).posted).toEqual({ outcome: 'refused' });
  expect(double.carried).toHaveLength(before + 1);
  let isOver = false;
  double.carrier.answer = (_request, reply) => {
    reply.writeHead(201);
    const more = setInterval(() => reply.write('x'.repeat(65_536)), 5);
    reply.on('close', () => {
      clearInterval(more);
      isOver = true;
    });
  };
  expect((await ring()).posted).toEqual({ outcome: 'rung' });
  await expect.poll(() => isOver).toBe(true);
});

test('a name that leads inside, if only by one of its addresses, is never asked', async () => {
  const { length } = double.carried;
  const inside = [['127.0.0.1'], ['10.1.2.3'], ['169.254.169.254'], ['9.9.9.9', '::1'], ['fe80::1'], []];
  for (const addresses of inside) {
    const net = { ...double.net, mayAsk: openNet.mayAsk, resolve: async () => addresses };
    expect((await ring(net)).posted).toEqual({ outcome: 'inside' });
  }
  expect(double.carried).toHaveLength(length);
});

test('whichever addresses a name has, it is asked only where all of them are public', async () => {
  const someAddresses = fc.array(fc.oneof(fc.ipV4(), fc.ipV6()), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(someAddresses, async (addresses) => {
      if (addresses.length > 0 && addresses.every(openNet.mayAsk)) return;
      const net = { ...double.net, mayAsk: openNet.mayAsk, resolve: async () => addresses };
      expect((await ring(net)).posted).toEqual({ outcome: 'inside' });
    }),
  );
});

test('it connects to the address that was looked at, though the name says another one then', async () => {
  answering(201);
  let asked = 0;
  const resolve = async () => ((asked += 1) === 1 ? ['127.0.0.1'] : ['127.0.0.2']);
  expect((await ring({ ...double.net, resolve })).posted).toEqual({ outcome: 'rung' });
  expect(asked).toBe(1);
});

test('another certificate than the carrier’s is none', async () => {
  const other = await aCarrier();
  onTestFinished(other.close);
  const net = {
    ...double.net,
    double: { port: double.net.double?.port ?? 0, ca: other.net.double?.ca ?? '' },
  };
  expect((await ring(net)).posted).toMatchObject({ outcome: 'later' });
});

test('only a point of the curve and sixteen bytes are keys', () => {
  const { own } = aBrowser();
  expect(areDeviceKeys(own)).toBe(true);
  const off = Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 7)]).toString('base64url');
  expect(areDeviceKeys({ ...own, p256dh: off })).toBe(false);
  expect(areDeviceKeys({ ...own, auth: 'abc' })).toBe(false);
  fc.assert(fc.property(fc.string(), (text) => !areDeviceKeys({ ...own, p256dh: text })));
});

test('each message is encrypted anew, whatever it says', () => {
  const { own, read } = aBrowser();
  const text = fc.string({ unit: 'binary', maxLength: 300 }).filter((one) => one.isWellFormed());
  fc.assert(
    fc.property(text, (said) => {
      const [one, other] = [encryptFor(own, said), encryptFor(own, said)];
      expect(one.equals(other)).toBe(false);
      expect(read({ body: one })).toBe(said);
    }),
  );
  expect(() => encryptFor(own, 'x'.repeat(3000))).toThrow(RangeError);
  expect(() => createECDH('prime256v1').computeSecret(Buffer.alloc(65))).toThrow();
});
