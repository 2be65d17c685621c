import { isIP } from 'node:net';

/** Whom an address stands for: `size` says how many households share it. */
export type Neighbourhood = { key: string; size: number };

/** A household is given a /64; a provider gives a street or a customer with several networks a /48. */
const HOUSEHOLDS_IN_A_48 = 8;

/**
 * The neighbourhoods that an address belongs to, smallest first. Every IPv6 address has some 18 quintillion neighbours
 * that the same household may use, so it counts by its /64, and more loosely by its /48. An IPv4 address counts by
 * itself, however it is written (RFC 4291, 2.5.5.2). What is no address counts as one.
 */
export function neighbourhoodsOf(address: string): Neighbourhood[] {
  const bare = address.trim().split('%')[0] ?? '';
  if (isIP(bare) === 4) return [{ key: bare, size: 1 }];
  if (isIP(bare) !== 6) return [{ key: 'unknown', size: 1 }];
  const groups = groupsOf(bare);
  const mapped = groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff';
  if (mapped) return [{ key: dotted(groups[6] ?? '', groups[7] ?? ''), size: 1 }];
  return [
    { key: `${groups.slice(0, 4).join(':')}::/64`, size: 1 },
    { key: `${groups.slice(0, 3).join(':')}::/48`, size: HOUSEHOLDS_IN_A_48 },
  ];
}

/** The eight groups of an IPv6 address, as RFC 5952 writes each; URLs know how to read them. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const [left, right] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean));
  const given = [...(left ?? []), ...(right ?? [])];
  return [...(left ?? []), ...Array<string>(8 - given.length).fill('0'), ...(right ?? [])];
}

function dotted(high: string, low: string): string {
  const [first, second] = [parseInt(high, 16), parseInt(low, 16)];
  return [first >> 8, first & 255, second >> 8, second & 255].join('.');
}
