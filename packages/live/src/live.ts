import { randomUUID } from 'node:crypto';
import { batchTo } from './outgoing.ts';
import { assertFits, isFrom, unpack } from './packing.ts';
import { openPostgresWire } from './postgres-wire.ts';
import { openRedisWire } from './redis-wire.ts';

/**
 * Something changed. Ids only, never words or names: whoever hears it asks the same query as the page.
 * Under 7,900 bytes as JSON, because PostgreSQL carries at most 8,000.
 */
export type LiveEvent = { topic: string; id: string; kind: string };

export type LiveSettings = { redisUrl?: string; databaseUrl: string };

/** What carries payloads between processes. `send` rejects when they did not arrive at the server. */
export type Wire = { send(payloads: string[]): Promise<void>; close(): Promise<void> };

/** What a wire calls: a payload came in; the connection was lost and listens again. */
export type WireHandlers = { heard(payload: string): void; back(): void };

export type Live = {
  /**
   * Reaches this process in this very turn, and every other that is connected now, in the order of this publisher. Resolves
   * once the event is on its way to those, or set aside because the connection is lost: an answer to a person never waits
   * for it. To others an event may arrive twice, and equal events published at once as one. Rejects with RangeError only
   * when the event is too large.
   */
  publish(event: LiveEvent): Promise<void>;
  /** Takes effect at once. Returns the way to unsubscribe. */
  subscribe(topic: string, listener: (event: LiveEvent) => void): () => void;
  /** The connection was lost and is back: events may be missing, so listeners should ask again. */
  onGap(listener: () => void): () => void;
  /** Sends what was published, then hangs up. */
  close(): Promise<void>;
};

/**
 * Opens live updates over Redis when `redisUrl` is set, else over LISTEN/NOTIFY with one connection of its own.
 * Best effort by design: nothing is stored, and what was missed is asked for again.
 * Throws when the server does not answer now; later losses are healed with growing pauses up to 5 seconds.
 */
export async function openLive(settings: LiveSettings): Promise<Live> {
  const topics = new Map<string, Set<(event: LiveEvent) => void>>();
  const gaps = new Set<() => void>();
  const self = randomUUID();
  const tell = (event: LiveEvent) =>
    topics.get(event.topic)?.forEach((listener) => shielded(() => listener(event)));
  const handlers: WireHandlers = {
    heard(payload) {
      if (!isFrom(self, payload)) unpack(payload).forEach(tell);
    },
    back: () => gaps.forEach(shielded),
  };
  const wire = settings.redisUrl
    ? await openRedisWire(settings.redisUrl, handlers)
    : await openPostgresWire(settings.databaseUrl, handlers);
  const outgoing = batchTo(self, wire.send);
  return {
    async publish(event) {
      assertFits(event);
      tell(event);
      await outgoing.post(event);
    },
    subscribe: (topic, listener) => subscribe(topics, topic, listener),
    onGap(listener) {
      gaps.add(listener);
      return () => gaps.delete(listener);
    },
    async close() {
      await outgoing.close();
      await wire.close();
    },
  };
}

function subscribe<Listener>(topics: Map<string, Set<Listener>>, topic: string, listener: Listener) {
  const listeners = topics.get(topic) ?? new Set();
  topics.set(topic, listeners.add(listener));
  return () => {
    listeners.delete(listener);
    // The same name may have been opened anew since: only its own set is taken away.
    if (listeners.size === 0 && topics.get(topic) === listeners) topics.delete(topic);
  };
}

/** One socket's fault must not keep the event from the others. */
function shielded(call: () => void): void {
  try {
    call();
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error));
  }
}
