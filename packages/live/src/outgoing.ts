import { setImmediate } from 'node:timers/promises';
import type { LiveEvent, Wire } from './live.ts';
import { pack } from './packing.ts';

/** Beyond this many events set aside the oldest go: whoever missed them is told of a gap anyway. */
const mostAside = 10_000;

/** Gathers what `from` publishes in one turn of the event loop into one sending, and keeps the order. */
export function batchTo(from: string, send: Wire['send']) {
  let waiting: LiveEvent[] = [];
  let sending = Promise.resolve();
  let scheduled: Promise<void> | undefined;
  let failures = 0;
  let retry: NodeJS.Timeout | undefined;

  async function post(event: LiveEvent): Promise<void> {
    waiting.push(event);
    scheduled ??= sending.then(() => setImmediate()).then(flush);
    return scheduled;
  }

  async function flush(): Promise<void> {
    scheduled = undefined;
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    sending = send(pack(from, batch)).then(
      () => void (failures = 0),
      () => setAside(batch),
    );
    await sending;
  }

  function setAside(batch: LiveEvent[]): void {
    waiting = [...batch, ...waiting].slice(-mostAside);
    clearTimeout(retry);
    const sendAgain = () => {
      scheduled ??= sending.then(flush);
    };
    retry = setTimeout(sendAgain, Math.min(100 * 2 ** failures++, 5000));
    retry.unref();
  }

  async function close(): Promise<void> {
    await (scheduled ?? sending.then(flush));
    clearTimeout(retry);
  }

  return { post, close };
}
