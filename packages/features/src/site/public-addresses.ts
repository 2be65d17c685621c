import { BlockList, isIP } from 'node:net';

/** IPv4 networks that are somebody's own, this machine's, or nobody's (IANA's special-purpose registry). */
const NOT_PUBLIC: [network: string, prefix: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // A host's own keeper of secrets in Azure, in the midst of public ones.
  ['168.63.129.16', 32],
];

/** Within what is public of IPv6: tunnels and ways to an IPv4 address, and examples. */
const NOT_PUBLIC_IPV6: [network: string, prefix: number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const notPublic = new BlockList();
for (const [network, prefix] of NOT_PUBLIC) notPublic.addSubnet(network, prefix);
for (const [network, prefix] of NOT_PUBLIC_IPV6) notPublic.addSubnet(network, prefix, 'ipv6');
/** All of IPv6 that is given out; beyond it are loopback, links, sites, multicast, and IPv4 in other clothes. */
const givenOut = new BlockList();
givenOut.addSubnet('2000::', 3, 'ipv6');

/** Whether an IP address is one that everybody can reach, and none within a network of somebody's own. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !notPublic.check(address);
  // One with a zone is of a link.
  if (family !== 6 || address.includes('%')) return false;
  return givenOut.check(address, 'ipv6') && !notPublic.check(address, 'ipv6');
}
