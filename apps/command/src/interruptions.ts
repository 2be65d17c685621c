import type { EventEmitter } from 'node:events';

/** Aborts at the first Ctrl-C or SIGTERM, so that what was begun is taken back; at the second `end` is called. */
export function interruptions(from: Pick<EventEmitter, 'on'>, end: () => void): AbortSignal {
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    from.on(signal, () => {
      if (interruption.signal.aborted) end();
      interruption.abort();
    });
  }
  return interruption.signal;
}
