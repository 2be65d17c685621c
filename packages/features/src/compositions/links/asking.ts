import { Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent as SafeAgent, request as safeRequest } from 'node:https';
import { NotPublic, onlyAt, publicAddressesOf, type Net } from '../../site/net.ts';

/** What came of it: the status of an answer, or why there is none. */
export type LinkAnswer = { status: number } | { failed: 'not-public' | 'no-such-name' | 'no-way' | 'silent' };

type Asking = { net: Net; isOwn: (url: URL) => boolean; timeoutMs?: number };

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

async function askOnce(url: URL, net: Net, signal: AbortSignal) {
  return answerOf(url, await publicAddressesOf(url, net, signal), signal);
}

/** Who asks for a byte is sent no film. No cookie goes along, nor a word of who asks. */
const HEADERS = { accept: '*/*', range: 'bytes=0-0', 'user-agent': 'Mozilla/5.0 (compatible; Groundwork)' };

function answerOf(url: URL, addresses: string[], signal: AbortSignal) {
  const isSafe = url.protocol === 'https:';
  const [ask, agent] = isSafe
    ? [safeRequest, new SafeAgent({ keepAlive: false })]
    : [plainRequest, new PlainAgent({ keepAlive: false })];
  return new Promise<{ status: number; location: string | undefined }>((resolve, reject) => {
    const asking = ask(url, { agent, headers: HEADERS, lookup: onlyAt(addresses), signal }, (answer) => {
      resolve({ status: answer.statusCode ?? 0, location: answer.headers.location });
      answer.destroy();
    });
    asking.on('error', reject);
    asking.end();
  });
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
