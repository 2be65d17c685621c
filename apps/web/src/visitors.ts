import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIP } from 'node:net';

type Asked = { headers: IncomingHttpHeaders; socket: { remoteAddress?: string | undefined } };

/**
 * The visitor's own address, for the api's limits. Proxies are believed as far as `trust`, which is TRUST_PROXY, says;
 * whoever comes by Tor, to an onion address, has none, and is believed nothing.
 */
export function visitorOf({ headers, socket }: Asked, trust: string): string {
  const direct = socket.remoteAddress ?? '';
  if (trust === 'false' || /\.onion(:\d+)?$/i.test(headers.host ?? '')) return direct;
  const hops = [...String(headers['x-forwarded-for'] ?? '').split(','), direct]
    .map((hop) => hop.trim())
    .filter(Boolean);
  if (trust === 'true') return hops[0] ?? direct;
  if (/^\d$/.test(trust)) return hops[Math.max(0, hops.length - 1 - Number(trust))] ?? direct;
  const proxies = proxiesOf(trust);
  return hops.findLast((hop) => !isAmong(proxies, hop)) ?? hops[0] ?? direct;
}

function isAmong(proxies: BlockList, address: string): boolean {
  const family = isIP(address);
  return family !== 0 && proxies.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

const read = new Map<string, BlockList>();

function proxiesOf(trust: string): BlockList {
  const list = read.get(trust) ?? readProxies(trust);
  read.set(trust, list);
  return list;
}

function readProxies(text: string): BlockList {
  const list = new BlockList();
  for (const name of text.split(',').flatMap((part) => namedRanges[part.trim()] ?? [part.trim()])) {
    const [address = '', bits] = name.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    list.addSubnet(address, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  return list;
}

const namedRanges: Record<string, string[]> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};
