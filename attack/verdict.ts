import type { Answer, Request } from './ask.ts';

/** How many of one kind were tried, and a sentence for each that did not hold. */
export type Tried = { name: string; count: number; broken: string[] };

/**
 * What an answer of the api must never be: a fault of ours, silence, or a no that is not a problem in words (RFC 9457).
 * Null when it holds. A 503 that says when to come back is a no in words.
 */
export function faultOfApi(asked: Request, { status, headers, body }: Answer): string | null {
  const at = `${asked.method} ${asked.path.slice(0, 120)}`;
  if (status === 0) return `${at}: no answer`;
  const isLater = (status === 503 || status === 507) && headers['retry-after'] !== undefined;
  if (status >= 500 && !isLater) return `${at}: ${status} ${body.slice(0, 120)}`;
  if (status < 400 || asked.method === 'HEAD') return null;
  const isProblem = String(headers['content-type']).startsWith('application/problem+json');
  return isProblem && saysWhy(body) ? null : `${at}: ${status} is no problem+json: ${body.slice(0, 80)}`;
}

/** What a page must never be: a fault of ours, or silence. */
export function faultOfPage({ method, path }: Request, { status, body }: Answer): string | null {
  if (status !== 0 && status < 500) return null;
  return `${method} ${path.slice(0, 120)}: ${status} ${body.slice(0, 120)}`;
}

function saysWhy(body: string): boolean {
  try {
    const { code, detail } = JSON.parse(body) as { code?: unknown; detail?: unknown };
    return typeof code === 'string' && typeof detail === 'string' && detail.length > 3;
  } catch {
    return false;
  }
}
