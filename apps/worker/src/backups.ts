import type { House } from '@groundwork/features/context';
import { backUpNightly } from '@groundwork/features/stewardship/backups';
import type { Metrics } from '@groundwork/metrics';
import type { Logger } from '@groundwork/processes/log';
import { timed } from './watching.ts';

const EVERY_MS = 10 * 60_000;

type Surroundings = { databaseUrl: string; log: Logger; metrics: Metrics };

/**
 * Looks every ten minutes whether the backup of the night is due, and makes it. One that is being made when the worker
 * is asked to stop is called off: it may take longer than anyone waits, and the next worker makes it.
 */
export function startBackups(
  house: House,
  { databaseUrl, log, metrics }: Surroundings,
): { close(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  let running: Promise<void> = Promise.resolve();
  const look = async () => {
    try {
      await timed(metrics, 'backup', async () => {
        const made = await backUpNightly(house, databaseUrl, { signal });
        if (made) log.info({ bytes: made.bytes }, 'backup made');
        if (made?.removed === null) log.warn('old backups could not be removed');
      });
    } catch (err) {
      if (signal.aborted) log.info('backup called off');
      else log.error({ err }, 'backup failed');
    }
  };
  const run = () => {
    running = running.then(look);
  };
  const clock = setInterval(run, EVERY_MS);
  run();
  return {
    async close() {
      clearInterval(clock);
      stopping.abort();
      await running;
    },
  };
}
