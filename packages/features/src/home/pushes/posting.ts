import { Agent, request } from 'node:https';
import type { House } from '../../context.ts';
import { NotPublic, onlyAt, publicAddressesOf, type Net } from '../../site/net.ts';
import { encryptFor, type DeviceKeys } from './encrypting.ts';
import { isEndpoint } from './endpoints.ts';
import { pushAuthorization } from './keys.ts';

/** The net, and in tests alone the port and the certificate of a double that stands for every carrier. */
export type PushNet = Net & { double?: { port: number; ca: string } };

/** All by which a browser can be rung: whoever has it can. It stands in no log. */
export type Endpoint = DeviceKeys & { endpoint: string };

/**
 * `rung`: the carrier has it. `gone`: there is no such browser any more. `later`: it may be asked again, and no sooner than in so
 * many seconds. `refused`: it will not be otherwise. `inside`: its name leads to no public address.
 */
export type Posted =
  { outcome: 'rung' | 'gone' | 'refused' | 'inside' } | { outcome: 'later'; seconds: number };

/** Carriers keep it so long for a phone that is off, in seconds. */
const KEPT = 24 * 3600;
const TIMEOUT_MS = 10_000;
const LONGEST_WAIT = 6 * 3600;

type Asking = { net: PushNet; timeoutMs?: number };

/** Rings a browser with a text. Of an answer nothing is read but its head, and no redirect is followed. Never throws. */
export async function postPush(
  { settings }: Pick<House, 'settings'>,
  { endpoint, text, ...keys }: Endpoint & { text: string },
  { net, timeoutMs = TIMEOUT_MS }: Asking,
): Promise<Posted> {
  if (!isEndpoint(endpoint)) return { outcome: 'inside' };
  const url = new URL(endpoint);
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const addresses = await publicAddressesOf(url, net, signal);
    const body = encryptFor(keys, text);
    return outcomeOf(
      await post(url, { body, authorization: pushAuthorization({ settings }, url), addresses, net, signal }),
    );
  } catch (error) {
    return error instanceof NotPublic ? { outcome: 'inside' } : { outcome: 'later', seconds: 0 };
  }
}

type Post = { body: Buffer; authorization: string; addresses: string[]; net: PushNet; signal: AbortSignal };
type Answer = { status: number; retryAfter: string | undefined };

function post(url: URL, { body, authorization, addresses, net, signal }: Post): Promise<Answer> {
  const headers = {
    authorization,
    'content-encoding': 'aes128gcm',
    'content-type': 'application/octet-stream',
    'content-length': body.length,
    ttl: KEPT,
    urgency: 'high',
  };
  const options = { method: 'POST', agent: new Agent({ keepAlive: false }), headers, signal, ...net.double };
  return new Promise((resolve, reject) => {
    const asking = request(url, { ...options, lookup: onlyAt(addresses) }, (answer) => {
      resolve({ status: answer.statusCode ?? 0, retryAfter: answer.headers['retry-after'] });
      answer.destroy();
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

function outcomeOf({ status, retryAfter = '' }: Answer): Posted {
  if (status >= 200 && status < 300) return { outcome: 'rung' };
  if (status === 404 || status === 410) return { outcome: 'gone' };
  if (status !== 429 && status < 500) return { outcome: 'refused' };
  const seconds = /^\d{1,9}$/.test(retryAfter) ? Math.min(Number(retryAfter), LONGEST_WAIT) : 0;
  return { outcome: 'later', seconds };
}
