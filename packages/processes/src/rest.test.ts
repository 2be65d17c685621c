import { constants, PerformanceObserver, type PerformanceEntry } from 'node:perf_hooks';
import { expect, onTestFinished, test } from 'vitest';
import { giveBackAtRest } from './rest.ts';

test('Memory is given back once there is nothing to do', async () => {
  const collected = new Promise<Collection['detail']>((resolve) => {
    const observer = new PerformanceObserver((list) => {
      const details = (list.getEntries() as Collection[]).map(({ detail }) => detail);
      const asked = details.find(({ flags }) => flags & constants.NODE_PERFORMANCE_GC_FLAGS_FORCED);
      if (asked) resolve(asked);
    });
    observer.observe({ entryTypes: ['gc'] });
    onTestFinished(() => observer.disconnect());
  });
  onTestFinished(giveBackAtRest(50));
  expect((await collected).kind).toBe(constants.NODE_PERFORMANCE_GC_MAJOR);
});

/** As Node tells of it. */
type Collection = PerformanceEntry & { detail: { kind: number; flags: number } };
