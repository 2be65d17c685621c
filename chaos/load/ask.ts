import { setTimeout as pause } from 'node:timers/promises';
import type { Ledger } from '../ledger.ts';

export type Ask = {
  method: string;
  path: string;
  body?: object | Buffer;
  token?: string;
  /** Whose line it comes from: limits are counted by address. */
  address?: string;
};

const PATIENCE_MS = 10_000;
const AGAIN_MS = 200;

/**
 * Asks with the same words until there is a clear answer, as a person on a bad line does, and returns what was
 * accepted. Throws when the answer is a clear no. What came instead of an answer is counted in the ledger.
 */
export async function insist(url: string, asked: Ask, ledger: Ledger): Promise<unknown> {
  for (;;) {
    const answer = await askOnce(url, asked);
    if (answer === null) ledger.unanswered += 1;
    else if (answer.status < 300) return answer.body;
    else if (answer.status < 500 && answer.status !== 429) {
      throw new Error(
        `${asked.method} ${asked.path} answered ${answer.status} ${JSON.stringify(answer.body)}`,
      );
    } else {
      ledger.refused += 1;
      if (answer.fault)
        ledger.faults.push(`${asked.method} ${asked.path.replaceAll(/[\w-]{20,}/g, '…')}: ${answer.fault}`);
    }
    await pause(AGAIN_MS);
  }
}

type Answer = { status: number; body: unknown; fault?: string };

/** Null when nobody answered. `fault`: a refusal that is not the sentence it should be. */
async function askOnce(url: string, { method, path, body, token, address }: Ask): Promise<Answer | null> {
  try {
    const isRaw = Buffer.isBuffer(body);
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        origin: url,
        ...(body && { 'content-type': isRaw ? 'image/png' : 'application/json' }),
        ...(address && { 'x-forwarded-for': address }),
        ...(token && { cookie: `session=${token}` }),
      },
      ...(body && { body: isRaw ? new Uint8Array(body) : JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
    return { status: answer.status, body: isJson ? JSON.parse(text) : text, ...faultOf(answer) };
  } catch {
    return null;
  }
}

/** "Not now" must be 503 or 507, say when to come back, and be a problem that a program can read. */
function faultOf({ status, headers }: Response): { fault?: string } {
  if (status < 500 || headers.has('x-door')) return {};
  if (status !== 503 && status !== 507) return { fault: `${status} instead of "not now"` };
  if (!headers.get('content-type')?.startsWith('application/problem+json'))
    return { fault: 'no problem+json' };
  if (!headers.has('retry-after')) return { fault: 'no Retry-After' };
  return {};
}
