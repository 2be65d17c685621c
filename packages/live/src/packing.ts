import type { LiveEvent } from './live.ts';

/** PostgreSQL refuses payloads of 8,000 bytes and more; what is left of them is for who sends. */
const mostBytes = 7900;

/** Throws RangeError for an event that no payload can carry. */
export function assertFits(event: LiveEvent): void {
  if (byteLength(event) + 2 > mostBytes) {
    throw new RangeError(`A live event of kind "${event.kind}" is too large: it should carry ids only.`);
  }
}

/**
 * As few payloads as hold all events, in order: a burst of 200 costs four notifications, not 200. Each begins with the name of
 * the process that sends it.
 */
export function pack(from: string, events: LiveEvent[]): string[] {
  const payloads: string[][] = [];
  let left = 0;
  for (const event of events) {
    const bytes = byteLength(event) + 1;
    if (bytes > left || payloads.length === 0) {
      payloads.push([]);
      left = mostBytes - 2;
    }
    payloads.at(-1)?.push(asJson(event));
    left -= bytes;
  }
  return payloads.map((parts) => `${beginning(from)}${parts.join(',')}]`);
}

/** Whether a payload is what this process sent itself. */
export function isFrom(from: string, payload: string): boolean {
  return payload.startsWith(beginning(from));
}

function beginning(from: string) {
  return `["${from}",`;
}

/** The events of a payload; none when it is not one of ours, since anyone on the database may notify. */
export function unpack(payload: string): LiveEvent[] {
  return parsed(payload).flatMap((entry: unknown) => {
    if (!Array.isArray(entry) || entry.length !== 3) return [];
    const [topic, id, kind] = entry as unknown[];
    if (typeof topic !== 'string' || typeof id !== 'string' || typeof kind !== 'string') return [];
    return [{ topic, id, kind }];
  });
}

function parsed(payload: string): unknown[] {
  try {
    const value: unknown = JSON.parse(payload);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

function byteLength(event: LiveEvent): number {
  return Buffer.byteLength(asJson(event));
}

function asJson({ topic, id, kind }: LiveEvent): string {
  return JSON.stringify([topic, id, kind]);
}
