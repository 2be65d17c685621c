import type { Server } from 'node:http';
import { Server as Listener } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';

/** So long nobody may have knocked. */
const QUIET_MS = 3;
/** A turn of the event loop in which something was done takes longer; meanwhile somebody may have come. */
const IDLE_TURN_MS = 0.2;
/** On a server that is never quiet, no longer than this. */
const PATIENCE_MS = 1_000;
/** Whoever is connected has so long to begin. */
const LATECOMERS_MS = 250;

/**
 * Makes `close` cut off nobody. The system resets connections that it took for us and that we have not seen yet, and
 * Node ends those whose first request is still to come: under load, a restart in ten lost a request that no proxy may
 * ask again. So it closes in a moment in which nobody comes, and lets those who are there begin.
 */
export function closeGracefully(server: Server): Server {
  const close = server.close.bind(server);
  const closeIdleConnections = server.closeIdleConnections.bind(server);
  let knockedAt = 0;
  server.on('connection', () => (knockedAt = performance.now()));
  // Fastify calls it just before it closes, which is what must not be.
  server.closeIdleConnections = () => {
    if (!server.listening) closeIdleConnections();
  };
  server.close = (closed) => {
    if (!server.listening) return close(closed);
    void lull(() => knockedAt).then(() => {
      Listener.prototype.close.call(server, closed);
      setTimeout(close, LATECOMERS_MS);
    });
    return server;
  };
  return server;
}

/** Resolves just after a look at the network that found nothing. */
async function lull(knockedAt: () => number): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  let now = performance.now();
  let before;
  do {
    before = now;
    await turn();
    now = performance.now();
  } while (now < end && (now - before > IDLE_TURN_MS || now - knockedAt() < QUIET_MS));
}
