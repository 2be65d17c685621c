import { type Job, UnrecoverableError } from 'bullmq';
import { openBackend, type QueueSettings } from './backend.ts';
import { fromJobId } from './job-id.ts';
import type { JobRequest } from './queue.ts';

export type HandledJob = {
  name: string;
  id: string;
  payload: JobRequest['payload'];
  /** 1 for the first. A run that ended with its process is not counted. */
  attempt: number;
};

export type WorkerOptions = {
  /** Jobs at once in this process; 10 unless told. */
  concurrency?: number;
  /** After this many failed attempts a job stays failed; 8 unless told, which is also the most. */
  attempts?: number;
  /** For how long a job belongs to a worker that has fallen silent; 10 seconds unless told. It is renewed at half of it. */
  lockMilliseconds?: number;
  /** Hears of every attempt that failed, with the error itself. */
  onFailed?: (job: { name: string; id: string; attempt: number }, error: Error) => void;
  /** Hears of a server that went away; the worker goes on by itself once it is back. */
  onError?: (error: Error) => void;
};

/**
 * Starts doing jobs. A job may run twice (its process died, or lost the server, before it said done), so handlers
 * must bear that. What fails is tried again after growing pauses. The jobs of a killed worker are taken over by
 * another within twice `lockMilliseconds`.
 */
export async function startWorker(
  settings: QueueSettings,
  handle: (job: HandledJob) => Promise<void>,
  { concurrency = 10, attempts = Infinity, lockMilliseconds = 10_000, onFailed, onError }: WorkerOptions = {},
): Promise<{ /** Takes no more jobs and waits for the running ones. */ close(): Promise<void> }> {
  async function process(bullJob: Job): Promise<void> {
    const job = asHandled(bullJob);
    try {
      await handle(job);
    } catch (error) {
      throw withoutWords(error, job.attempt >= attempts);
    }
  }
  const worker = await openBackend(
    settings,
    (backend) => backend.openWorker(process, { ...rhythm(lockMilliseconds), concurrency, autorun: false }),
    onError,
  );
  worker.on('failed', (bullJob, error) => {
    if (!bullJob) return;
    // By now BullMQ has counted the attempt that failed.
    const { name, id, attempt } = asHandled(bullJob);
    onFailed?.({ name, id, attempt: attempt - 1 }, error.cause instanceof Error ? error.cause : error);
  });
  worker.run().catch(onError ?? (() => {}));
  return { close: () => worker.close() };
}

function asHandled(job: Job): HandledJob {
  return {
    name: job.name,
    id: fromJobId(job.id ?? ''),
    payload: job.data as HandledJob['payload'],
    attempt: job.attemptsMade + 1,
  };
}

/**
 * What a failed job leaves behind in the queue: the kind of the error without its words, because the words may hold
 * an address or a name. `onFailed` gets the whole error.
 */
function withoutWords(thrown: unknown, final: boolean): Error {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const kind = 'code' in error && typeof error.code === 'string' ? `${error.name} ${error.code}` : error.name;
  const left = final ? new UnrecoverableError(kind) : new Error(kind);
  left.cause = error;
  return left;
}

function rhythm(lockDuration: number) {
  return {
    // A lock is renewed at half its time; a worker that stops renewing is dead or cut off.
    lockDuration,
    stalledInterval: lockDuration / 2,
    // A job is not to blame for the restarts of its workers, but one that kills them must end somewhere.
    maxStalledCount: 8,
    // How long to wait before asking a lost server again.
    runRetryDelay: 1_000,
    removeOnFail: { age: 30 * 86_400 },
    settings: { backoffStrategy: pauseMs },
  };
}

/** After the 1st failure about 1 s, then 4 s, 16 s, ... 68 min after the 7th. Jitter keeps a crowd from coming back at once. */
function pauseMs(attemptsMade: number): number {
  // Whole milliseconds: PostgreSQL refuses others.
  return Math.round(1000 * 4 ** (attemptsMade - 1) * (0.8 + Math.random() * 0.2));
}
