import type { House } from '@groundwork/features/context';
import { reportWorker, noteWorkerLeft } from '@groundwork/features/stewardship/workers';
import { newId } from '@groundwork/database';
import type { Logger } from '@groundwork/processes/log';
import type { Queue } from '@groundwork/queue';

const EVERY_MS = 15_000;

/** Says four times a minute that this worker is alive and how much waits, for the stewards' page. */
export function startReports(house: House, queue: Queue, log: Logger): { close(): Promise<void> } {
  const worker = newId();
  const complain = (error: unknown) =>
    log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'worker could not report');
  let running: Promise<void> = Promise.resolve();
  const report = async () => {
    try {
      const { waiting, delayed, active, failed } = await queue.counts();
      const seconds = await queue.oldestSeconds();
      await reportWorker(house, {
        worker,
        waitingCount: waiting + delayed,
        activeCount: active,
        failedCount: failed,
        waitingSeconds: seconds && Math.round(seconds),
      });
    } catch (error) {
      complain(error);
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
      await noteWorkerLeft(house, worker).catch(complain);
    },
  };
}
