import { Resolver } from 'node:dns/promises';
import { Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent as SafeAgent, request as safeRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-addresses.ts';

/** The net as a server sees it: which addresses a name has, and which of them and which ports may be asked. */
export type LinkNet = {
  resolve(name: string): Promise<string[]>;
  mayAsk(address: string): boolean;
  ports: 'usual' | 'any';
};

/** The open net, and nothing inside. */
export const openNet: LinkNet = { resolve: resolveName, mayAsk: isPublicAddress, ports: 'usual' };

/** What came of it: the status of an answer, or why there is none. */
export type LinkAnswer = { status: number } | { failed: 'not-public' | 'no-such-name' | 'no-way' | 'silent' };

type Asking = { net: LinkNet; isOwn: (url: URL) => boolean; timeoutMs?: number };

const MOST_REDIRECTS = 3;

/** Asks for an address, along its redirects; of an answer nothing is read but its status. Never throws. */
export async function askFor(url: URL, { net, isOwn, timeoutMs = 4000 }: Asking): Promise<LinkAnswer> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    let at = url;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const { status, location } = await askOnce(at, net, signal);
      if (status < 300 || status >= 400 || location === undefined) return { status };
      if (!URL.canParse(location, at.href)) return { failed: 'silent' };
      at = new URL(location, at.href);
      if (isOwn(at)) return { status };
    }
    return { failed: 'silent' };
  } catch (error) {
    return { failed: failureOf(error) };
  }
}

class NotPublic extends Error {}

async function askOnce(url: URL, net: LinkNet, signal: AbortSignal) {
  if (!isAskable(url, net)) throw new NotPublic();
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(name) ? [name] : await before(signal, net.resolve(name));
  // One that leads inside is enough: which of them a browser takes, nobody knows.
  if (addresses.length === 0 || !addresses.every((address) => net.mayAsk(address))) throw new NotPublic();
  return answerOf(url, addresses, signal);
}

function isAskable(url: URL, { ports }: LinkNet): boolean {
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  const isUsual = ['', '80', '443'].includes(url.port);
  return isWeb && url.username === '' && url.password === '' && (isUsual || ports === 'any');
}

/** Who asks for a byte is sent no film. No cookie goes along, nor a word of who asks. */
const HEADERS = { accept: '*/*', range: 'bytes=0-0', 'user-agent': 'Mozilla/5.0 (compatible; Groundwork)' };

function answerOf(url: URL, addresses: string[], signal: AbortSignal) {
  const isSafe = url.protocol === 'https:';
  const [ask, agent] = isSafe
    ? [safeRequest, new SafeAgent({ keepAlive: false })]
    : [plainRequest, new PlainAgent({ keepAlive: false })];
  return new Promise<{ status: number; location: string | undefined }>((resolve, reject) => {
    const asking = ask(url, { agent, headers: HEADERS, lookup: only(addresses), signal }, (answer) => {
      resolve({ status: answer.statusCode ?? 0, location: answer.headers.location });
      answer.destroy();
    });
    asking.on('error', reject);
    asking.end();
  });
}

/** Connects to the very addresses that were looked at: asked again, a name may say another one. */
function only(addresses: string[]): LookupFunction {
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

const NO_NAME = ['ENOTFOUND', 'ENODATA', 'EBADNAME'];
/** What a server without a way to the internet comes to, at its resolver or behind it. */
const NO_WAY = ['ESERVFAIL', 'EREFUSED', 'ETIMEOUT', 'ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL'];

function failureOf(error: unknown): 'not-public' | 'no-such-name' | 'no-way' | 'silent' {
  if (error instanceof NotPublic) return 'not-public';
  const codes = codesOf(error);
  if (codes.some((code) => NO_NAME.includes(code))) return 'no-such-name';
  if (isAtResolver(error) || codes.some((code) => NO_WAY.includes(code))) return 'no-way';
  return 'silent';
}

/** A resolver that nobody listens at refuses as a site does, but in asking for a name. */
function isAtResolver(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && String(error.syscall).startsWith('query');
}

/** Where all addresses of a name were tried, each has a code of its own. */
function codesOf(error: unknown): string[] {
  if (error instanceof AggregateError) return error.errors.flatMap(codesOf);
  return error instanceof Error && 'code' in error ? [String(error.code)] : [];
}
