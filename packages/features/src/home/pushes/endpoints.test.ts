import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEndpoint } from './endpoints.ts';

const someName = fc.domain();
const somePath = fc.webPath();

test.each([
  'https://fcm.googleapis.com/fcm/send/abc',
  'https://updates.push.services.mozilla.com/wpush/v2/abc',
  'https://web.push.apple.com/QJ',
])('%s can ring a phone', (url) => {
  expect(isEndpoint(url)).toBe(true);
});

test.each([
  ...['http://push.example.org/a', 'https://push.example.org:8443/a', 'https://who@push.example.org/a'],
  ...['https://127.0.0.1/a', 'https://[::1]/a', 'https://[2620:fe::fe]/a', 'https://9.9.9.9/a'],
  ...['https://2130706433/', 'https://0x7f.1/', 'https://localhost/a', 'https://api.localhost/a'],
  ...['https://metadata.google.internal/a', 'https://metadata.google.internal./a', 'https://printer.local/a'],
  ...['https://router.home.arpa/a', 'https://database/a', 'file:///etc/passwd', 'push.example.org', ''],
])('%s cannot', (url) => {
  expect(isEndpoint(url)).toBe(false);
});

test('no address of a machine can, whichever it is', () => {
  fc.assert(fc.property(fc.ipV4(), somePath, (ip, path) => !isEndpoint(`https://${ip}${path}`)));
  fc.assert(fc.property(fc.ipV6(), somePath, (ip, path) => !isEndpoint(`https://[${ip}]${path}`)));
  fc.assert(fc.property(fc.nat(2 ** 32 - 1), (number) => !isEndpoint(`https://${number}/`)));
});

test('nor can a name of inside, nor another way than TLS at its own port', () => {
  const inside = fc.constantFrom('internal', 'local', 'localhost', 'home.arpa', 'lan', 'INTERNAL', 'local.');
  fc.assert(
    fc.property(
      someName,
      inside,
      somePath,
      (name, end, path) => !isEndpoint(`https://${name}.${end}${path}`),
    ),
  );
  const way = fc.constantFrom('http', 'ftp', 'ws', 'wss', 'file', 'data', 'gopher');
  fc.assert(fc.property(way, someName, (scheme, name) => !isEndpoint(`${scheme}://${name}/`)));
  const port = fc.integer({ min: 1, max: 65_535 }).filter((one) => one !== 443);
  fc.assert(fc.property(someName, port, (name, at) => !isEndpoint(`https://${name}:${at}/`)));
});

test('whatever text it is asked about, it answers', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof isEndpoint(text) === 'boolean'));
});
