import type { Socket } from 'node:net';

/** Longer than anything that somebody waits for takes. */
export const SILENCE_MS = 30_000;

/**
 * Gives a connected client of pg's up when the server says nothing for `silenceMs` after it was last told something. A machine
 * that lost its power, or a firewall that forgot the connection, ends nothing and says nothing: without this the
 * question hangs until the system gives up sending, some 15 minutes later, and its connection with it. What was asked
 * is rejected with ETIMEDOUT, and a pool replaces the client.
 */
export function giveUpWhenSilent(client: object, silenceMs = SILENCE_MS): void {
  const { stream } = (client as { connection: { stream: Socket } }).connection;
  const write = stream.write.bind(stream) as (...asked: unknown[]) => boolean;
  let heardBefore = 0;
  let silence: NodeJS.Timeout | undefined;
  // By what was read, and not by listening: a COPY insists on being alone in listening to its connection.
  const giveUp = () => {
    if (stream.bytesRead > heardBefore) return;
    stream.destroy(Object.assign(new Error('The database does not answer.'), { code: 'ETIMEDOUT' }));
  };
  stream.write = (...asked: unknown[]) => {
    heardBefore = stream.bytesRead;
    silence = silence?.refresh() ?? setTimeout(giveUp, silenceMs).unref();
    return write(...asked);
  };
  stream.once('close', () => clearTimeout(silence));
}
