import type { House } from '@groundwork/features/context';
import { findDisk, findFigures } from '@groundwork/features/stewardship/statuses/queries';
import type { Metrics, Reading, ReadingName } from '@groundwork/metrics';
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
  metrics.watch('groundwork_queue_oldest_seconds', async () => (await queue.oldestSeconds()) ?? 0);
  const look = shared(() => findFigures(house));
  const watch = <Name extends ReadingName>(name: Name, read: (figures: Figures) => Reading<Name>) =>
    metrics.watch(name, async () => read(await look()));
  watch('groundwork_journal_undelivered', ({ journal }) => journal.undelivered);
  watch('groundwork_journal_oldest_seconds', ({ journal }) => journal.oldestSeconds ?? 0);
  watch('groundwork_mails_waiting', ({ mail }) => mail.waiting);
  watch('groundwork_mails_oldest_seconds', ({ mail }) => mail.oldestSeconds ?? 0);
  watch('groundwork_backup_age_seconds', ({ backup }) => backup.ageSeconds ?? Infinity);
  watch('groundwork_backup_failing', ({ backup }) => Number(backup.isFailing));
  // Also when the database does not answer: a full disk may be why.
  metrics.watch('groundwork_disk_free_bytes', async () => (await findDisk(house)).diskFreeBytes);
  metrics.watch('groundwork_disk_size_bytes', async () => (await findDisk(house)).diskBytes);
}

type Figures = Awaited<ReturnType<typeof findFigures>>;

/** Whoever asks while it is being asked hears the same answer. */
function shared<T>(ask: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () => (running ??= ask().finally(() => (running = undefined)));
}
