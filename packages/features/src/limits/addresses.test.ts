import fc from 'fast-check';
import { expect, test } from 'vitest';
import { neighbourhoodsOf } from './addresses.ts';

const keysOf = (address: string) => neighbourhoodsOf(address).map(({ key }) => key);

test.for([
  ['192.0.2.7', ['192.0.2.7']],
  ['::ffff:192.0.2.7', ['192.0.2.7']],
  ['::ffff:c000:207', ['192.0.2.7']],
  ['0:0:0:0:0:FFFF:192.0.2.7', ['192.0.2.7']],
  ['2001:db8:1:2::9', ['2001:db8:1:2::/64', '2001:db8:1::/48']],
  ['2001:0DB8:0001:0002:ffff:ffff:ffff:ffff', ['2001:db8:1:2::/64', '2001:db8:1::/48']],
  ['2001:db8::1', ['2001:db8:0:0::/64', '2001:db8:0::/48']],
  ['fe80::1%eth0', ['fe80:0:0:0::/64', 'fe80:0:0::/48']],
  ['::1', ['0:0:0:0::/64', '0:0:0::/48']],
  ['::', ['0:0:0:0::/64', '0:0:0::/48']],
  ['somewhere', ['unknown']],
  ['', ['unknown']],
] as const)('%s counts as %s', ([address, keys]) => {
  expect(keysOf(address)).toEqual(keys);
});

test('every address of one /64 is the same household', () => {
  fc.assert(
    fc.property(fc.ipV6(), fc.bigInt(0n, 2n ** 64n - 1n), fc.bigInt(0n, 2n ** 64n - 1n), (_, one, other) => {
      const within = (suffix: bigint) =>
        `2001:db8:1:2:${(suffix.toString(16).padStart(16, '0').match(/.{4}/g) ?? []).join(':')}`;
      expect(keysOf(within(one))).toEqual(keysOf(within(other)));
    }),
  );
});

test('an address in any spelling has one key, or two', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV6(), fc.ipV4()), (address) => {
      expect(keysOf(address).join()).toMatch(
        /^(\d+(\.\d+){3}|[0-9a-f]+(:[0-9a-f]+){3}::\/64,[0-9a-f]+(:[0-9a-f]+){2}::\/48)$/,
      );
      expect(keysOf(address.toUpperCase())).toEqual(keysOf(address));
    }),
  );
});
