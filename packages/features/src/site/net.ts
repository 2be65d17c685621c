import { Resolver } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-addresses.ts';

/** The net as a server sees it: which addresses a name has, and which of them and which ports may be asked. */
export type Net = {
  resolve(name: string): Promise<string[]>;
  mayAsk(address: string): boolean;
  ports: 'usual' | 'any';
};

/** The open net, and nothing inside. */
export const openNet: Net = { resolve: resolveName, mayAsk: isPublicAddress, ports: 'usual' };

export class NotPublic extends Error {}

/**
 * The addresses at which a web address may be asked, all of them looked at. Throws NotPublic where one leads inside, and what
 * the resolver says. Whoever asks there connects to these by `onlyAt`.
 */
export async function publicAddressesOf(url: URL, net: Net, signal: AbortSignal): Promise<string[]> {
  if (!isAskable(url, net)) throw new NotPublic();
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(name) ? [name] : await before(signal, net.resolve(name));
  // One that leads inside is enough: which of them is taken, nobody knows.
  if (addresses.length === 0 || !addresses.every((address) => net.mayAsk(address))) throw new NotPublic();
  return addresses;
}

function isAskable(url: URL, { ports }: Net): boolean {
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  const isUsual = ['', '80', '443'].includes(url.port);
  return isWeb && url.username === '' && url.password === '' && (isUsual || ports === 'any');
}

/** Connects to the very addresses that were looked at: asked again, a name may say another one. */
export function onlyAt(addresses: string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_name, { all }, done) => {
    const [first] = found;
    if (all || !first) done(null, found);
    else done(null, first.address, first.family);
  };
}

/**
 * By DNS alone: what a file of this machine says of a name is nobody else's, and a name that takes long keeps no thread from
 * others.
 */
async function resolveName(name: string): Promise<string[]> {
  const resolver = new Resolver({ timeout: 1500, tries: 2 });
  const answers = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
  const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  const [first] = answers;
  if (found.length === 0 && first.status === 'rejected') throw first.reason;
  return found;
}

async function before<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = () => {
    reject(signal.reason);
  };
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
