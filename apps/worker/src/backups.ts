import type { House } from '@groundwork/features/context';
import { backUpNightly } from '@groundwork/features/stewardship/backups';
import type { Metrics } from '@groundwork/metrics';
import type { Logger } from '@groundwork/processes/log';
import { timed } from './watching.ts';

const EVERY_MS = 10 * 60_000;

type Surroundings = { databaseUrl: string; log: Logger; metrics: Metrics };

/** Looks every ten minutes whether the backup of the night is due, and makes it. */
export function startBackups(
  house: House,
  { databaseUrl, log, metrics }: Surroundings,
): { close(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const look = async () => {
    try {
      await timed(metrics, 'backup', async () => {
        if (await backUpNightly(house, databaseUrl)) log.info('backup made');
      });
    } catch (err) {
      log.error({ err }, 'backup failed');
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
      await running;
    },
  };
}
