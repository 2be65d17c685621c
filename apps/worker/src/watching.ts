import type { House } from '@groundwork/features/context';
import { findFigures } from '@groundwork/features/stewardship/queries';
import type { Metrics, Reading } from '@groundwork/metrics';
import type { Queue } from '@groundwork/queue';

/** Does one job or sweep, and counts how it ended and how long it took. `job` is a name of ours. */
export async function timed(metrics: Metrics, job: string, work: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  const ran = (outcome: 'done' | 'failed') =>
    metrics.ran({ job, outcome, seconds: (performance.now() - began) / 1000 });
  try {
    await work();
    ran('done');
  } catch (error) {
    ran('failed');
    throw error;
  }
}

/** Shows what waits and how much room is left, read from where it is each time somebody looks. */
export function watchWork(metrics: Metrics, house: House, queue: Queue): void {
  metrics.watch('groundwork_queue_jobs', async () => {
    const { waiting, active, delayed, failed } = await queue.counts();
    return { waiting, active, delayed, failed };
  });
  const look = shared(() => findFigures(house));
  const figure = (read: (figures: Awaited<ReturnType<typeof look>>) => Reading) => async () =>
    read(await look());
  metrics.watch(
    'groundwork_journal_undelivered',
    figure(({ journal }) => journal.undelivered),
  );
  metrics.watch(
    'groundwork_journal_oldest_seconds',
    figure(({ journal }) => journal.oldestSeconds ?? 0),
  );
  metrics.watch(
    'groundwork_mails_waiting',
    figure(({ mail }) => mail.waiting),
  );
  metrics.watch(
    'groundwork_mails_oldest_seconds',
    figure(({ mail }) => mail.oldestSeconds ?? 0),
  );
  metrics.watch(
    'groundwork_disk_free_bytes',
    figure(({ disk }) => disk.diskFreeBytes),
  );
  metrics.watch(
    'groundwork_disk_size_bytes',
    figure(({ disk }) => disk.diskBytes),
  );
}

/** Whoever asks while it is being asked hears the same answer. */
function shared<T>(ask: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () => (running ??= ask().finally(() => (running = undefined)));
}
