import type { House } from '@groundwork/features/context';
import { backUpNightly, type BackupMade } from '@groundwork/features/stewardship/backups';
import { backUpOnRequest } from '@groundwork/features/stewardship/backups/requests';
import type { Metrics } from '@groundwork/metrics';
import type { Logger } from '@groundwork/processes/log';
import { timed } from './watching.ts';

const EVERY_MS = 10 * 60_000;
/** Whoever asks for one sits and waits. */
const ASKED_EVERY_MS = 3_000;

type Surroundings = { databaseUrl: string; log: Logger; metrics: Metrics };

/**
 * Looks every ten minutes whether the backup of the night is due, and every few seconds whether a steward asked for one,
 * and makes it. One that is being made when the worker
 * is asked to stop is called off: it may take longer than anyone waits, and the next worker makes it.
 */
export function startBackups(
  house: House,
  { databaseUrl, log, metrics }: Surroundings,
): { close(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  let running: Promise<void> = Promise.resolve();
  const look = async (make: () => Promise<BackupMade | null>) => {
    try {
      const made = await make();
      if (made) log.info({ bytes: made.bytes }, 'backup made');
      if (made?.removed === null) log.warn('old backups could not be removed');
    } catch (err) {
      if (signal.aborted) log.info('backup called off');
      else log.error({ err }, 'backup failed');
    }
  };
  let waitingCount = 0;
  const run = (make: () => Promise<BackupMade | null>) => {
    waitingCount += 1;
    running = running.then(() => look(make)).finally(() => (waitingCount -= 1));
  };
  const nightly = () =>
    run(async () => {
      let made: BackupMade | null = null;
      await timed(
        metrics,
        'backup',
        async () => (made = await backUpNightly(house, databaseUrl, { signal })),
      );
      return made;
    });
  const asked = () => {
    // What is made for hours does not leave a thousand looks behind it.
    if (waitingCount === 0) run(() => backUpOnRequest(house, databaseUrl, { signal }));
  };
  const clocks = [setInterval(nightly, EVERY_MS), setInterval(asked, ASKED_EVERY_MS)];
  nightly();
  return {
    async close() {
      clocks.forEach(clearInterval);
      stopping.abort();
      await running;
    },
  };
}
