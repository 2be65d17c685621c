import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Shares of a look's time in which the process was at work. */
const AT_REST = 0.02;
const AT_WORK = 0.1;

/**
 * Gives memory back once there is nothing to do: V8 keeps what starting and busy hours left over until it needs room
 * again, which on a site at rest is never, and a small server has other use for a sixth of its memory. Looks every
 * `everyMs`; collecting takes a tenth of a second, once after each stretch of work. Returns how to stop it.
 */
export function giveBackAtRest(everyMs = 10_000): () => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let before = performance.eventLoopUtilization();
  let hasWorked = true;
  const clock = setInterval(() => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    if (utilization > AT_WORK) hasWorked = true;
    if (!hasWorked || utilization > AT_REST) return;
    hasWorked = false;
    collect();
  }, everyMs).unref();
  return () => clearInterval(clock);
}
