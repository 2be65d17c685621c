import type { House } from '@groundwork/features/context';
import { reportWorker } from '@groundwork/features/stewardship';
import { newId } from '@groundwork/database';
import type { Logger } from '@groundwork/processes/log';
import type { Queue } from '@groundwork/queue';

const EVERY_MS = 15_000;

/** Says four times a minute that this worker is alive and how much waits, for the stewards' page. */
export function startReports(house: House, queue: Queue, log: Logger): { close(): Promise<void> } {
  const worker = newId();
  let running: Promise<void> = Promise.resolve();
  const report = async () => {
    try {
      const { waiting, delayed, active, failed } = await queue.counts();
      await reportWorker(house, {
        worker,
        waitingCount: waiting + delayed,
        activeCount: active,
        failedCount: failed,
      });
    } catch (error) {
      log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'worker could not report');
    }
  };
  const run = () => {
    running = report();
  };
  run();
  const clock = setInterval(run, EVERY_MS);
  return {
    async close() {
      clearInterval(clock);
      await running;
    },
  };
}
