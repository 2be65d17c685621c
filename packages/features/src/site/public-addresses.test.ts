import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPublicAddress } from './public-addresses.ts';

const ours: [network: number, prefix: number][] = (
  [
    [0, 0, 0, 0, 8],
    [10, 0, 0, 0, 8],
    [100, 64, 0, 0, 10],
    [127, 0, 0, 0, 8],
    [169, 254, 0, 0, 16],
    [172, 16, 0, 0, 12],
    [192, 168, 0, 0, 16],
    [224, 0, 0, 0, 4],
    [240, 0, 0, 0, 4],
  ] as const
).map(([a, b, c, d, prefix]) => [((a << 24) | (b << 16) | (c << 8) | d) >>> 0, prefix]);

const dotted = (address: number) => [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.');
const anyAddress = fc.integer({ min: 0, max: 2 ** 32 - 1 });
/** An address of a network: its first bits, and whatever follows. */
const anInsider = fc.constantFrom(...ours).chain(([network, prefix]) =>
  anyAddress.map((address) => {
    const rest = 2 ** (32 - prefix);
    return network + (address % rest);
  }),
);

test('no address of a network of somebody’s own is public', () => {
  fc.assert(fc.property(anInsider, (address) => !isPublicAddress(dotted(address))));
});

test('no IPv4 address is public in the clothes of IPv6, however it is written', () => {
  const clothed = (address: number) => {
    const hex = [address >>> 16, address & 65535].map((part) => part.toString(16)).join(':');
    const plain = dotted(address);
    return [
      `::ffff:${plain}`,
      `::ffff:${hex}`,
      `0:0:0:0:0:FFFF:${hex}`,
      `::${hex}`,
      `64:ff9b::${hex}`,
    ].concat(`2002:${hex}::1`);
  };
  fc.assert(fc.property(anyAddress, (address) => clothed(address).every((one) => !isPublicAddress(one))));
});

test('whatever is not of 2000::/3 is not public', () => {
  const ipv6 = fc.ipV6().filter((address) => !/^[23][0-9a-f]{3}:/i.test(address));
  fc.assert(fc.property(ipv6, (address) => !isPublicAddress(address)));
});

test('what is no address is not public', () => {
  fc.assert(fc.property(fc.string(), (text) => !isPublicAddress(`${text} `)));
});

test.each([
  ...['127.0.0.1', '169.254.169.254', '100.100.100.200', '168.63.129.16', '255.255.255.255', '224.0.0.1'],
  ...['::1', '::', 'fe80::1', 'fe80::1%eth0', 'fd00:ec2::254', 'ff02::1', '2001:db8::1', 'fc00::1'],
])('%s is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(['9.9.9.9', '172.32.0.1', '100.128.0.1', '192.169.0.1', '223.255.255.255', '2620:fe::fe'])(
  '%s is public',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);
