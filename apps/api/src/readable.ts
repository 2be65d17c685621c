import { Refusal } from '@groundwork/features/errors';
import type { FastifyRequest } from 'fastify';

/**
 * Refuses (400) a request with text that cannot be kept, wherever in it: PostgreSQL holds no NUL, and half of a
 * surrogate pair is no letter of any script. Before anything else is checked, so that no route meets such text.
 */
export async function refuseUnreadable({ params, query, body }: FastifyRequest): Promise<void> {
  const left: unknown[] = [params, query, body];
  while (left.length > 0) {
    const part = left.pop();
    if (typeof part === 'string' && isUnreadable(part)) throw new Refusal(400, { code: 'unreadable' });
    if (isPlain(part)) for (const [name, value] of Object.entries(part)) left.push(name, value);
  }
}

/** Refuses (400) a change that changes nothing, once what the route does not know has been left out of it. */
export async function refuseEmptyChange({ method, body }: FastifyRequest): Promise<void> {
  if (method === 'PATCH' && isPlain(body) && Object.keys(body).length === 0)
    throw new Refusal(400, { code: 'nothing-to-change' });
}

function isUnreadable(text: string) {
  return text.includes('\0') || !text.isWellFormed();
}

/** An object or a list of JSON. Bytes and streams are read by the routes that ask for them. */
function isPlain(part: unknown): part is object {
  return typeof part === 'object' && part !== null && !(part instanceof Uint8Array) && !('pipe' in part);
}
