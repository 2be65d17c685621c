import { setTimeout as pause } from 'node:timers/promises';

type Ask = { method: string; path: string; body: object; token?: string };
/** A crowd of clients on bad lines: each asks until it hears a clear answer, with the same words each time. */
export type Crowd = { accepted: number; retried: number };

type Plan = {
  count: number;
  ask: (n: number) => Ask;
  /** Told of progress. */
  during?: (accepted: number) => void;
  /** Nothing more is asked once this is so. */
  until?: () => boolean;
};

/** Asks `count` things, 16 at a time, and resolves when each has been accepted (2xx). */
export async function crowd(
  url: () => string,
  { count, ask, during, until = () => false }: Plan,
): Promise<Crowd> {
  const outcome: Crowd = { accepted: 0, retried: 0 };
  let next = 0;
  const client = async () => {
    while (next < count && !until()) {
      const n = next;
      next += 1;
      while (!(await isAccepted(url(), ask(n), n))) {
        outcome.retried += 1;
        await pause(50);
      }
      outcome.accepted += 1;
      during?.(outcome.accepted);
    }
  };
  await Promise.all(Array.from({ length: 16 }, client));
  return outcome;
}

/** False when nobody answered, or the answer was "not now"; throws when the answer is a clear no. */
async function isAccepted(url: string, { method, path, body, token }: Ask, n: number): Promise<boolean> {
  let answer: Response;
  try {
    answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        origin: url,
        'x-forwarded-for': `10.9.${n >> 8}.${n & 255}`,
        ...(token && { cookie: `session=${token}` }),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    });
    await answer.text();
  } catch {
    return false;
  }
  if (answer.status >= 500) return false;
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}`);
  return true;
}
