import { randomUUID } from 'node:crypto';
import type { JobsOptions } from 'bullmq';
import { openBackend, type QueueSettings } from './backend.ts';
import { asJobId } from './job-id.ts';

export type { QueueSettings } from './backend.ts';
export { startWorker, type HandledJob, type WorkerOptions } from './worker.ts';

/** What JSON holds. */
export type Payload = { [name: string]: Payload | Payload[] | string | number | boolean | null | string[] };

export type JobRequest = {
  /** `feature.deed`. */
  name: string;
  /** Asked for twice with the same id, a job is done once: for at least a day after it is done. */
  id?: string;
  /** Ids, numbers and codes only: it rests in clear in Redis or the database. */
  payload: Payload;
  /** Not before this time. A past one means now. */
  runAt?: Date;
  /** Tried once and forgotten, done or failed, so that its id is free again: whoever asked will ask again. */
  isForgotten?: boolean;
};

export type Queue = {
  /** Rejects when the jobs were not stored; adding them again is safe when they have ids. */
  add(jobs: JobRequest[]): Promise<void>;
  /** Forgets a job that is waiting, delayed or finished, so that its id is free again; a running one is left alone. */
  remove(id: string): Promise<void>;
  counts(): Promise<JobCounts>;
  /** How long the job next in line has waited; null when none waits. One that is tried again was late on purpose. */
  oldestSeconds(): Promise<number | null>;
  close(): Promise<void>;
};

export type JobCounts = {
  waiting: number;
  active: number;
  delayed: number;
  failed: number;
  completed: number;
};

/** With the growing pauses of `pauseMs` these last about an hour and a half: longer than most outages. */
export const mostAttempts = 8;

const batchSize = 1000;
/** Among so many, one has not been tried before. */
const nextInLine = 10;

/**
 * Opens the one queue for adding: in Redis when `redisUrl` is set, else in the schema `queue` of the database.
 * Throws a sentence when the server does not answer.
 *
 * In PostgreSQL what was added is as durable as any row. Redis keeps a promise over its own crash only with
 * `appendonly yes` (at most a second lost in a power cut; none with `appendfsync always`) and over pressure only with
 * `maxmemory-policy noeviction`; both are for whoever runs it to set.
 */
export async function openQueue(settings: QueueSettings): Promise<Queue> {
  const queue = await openBackend(settings, (backend) => backend.openQueue());
  return {
    async add(jobs) {
      for (let start = 0; start < jobs.length; start += batchSize) {
        await queue.addBulk(jobs.slice(start, start + batchSize).map(asBullJob));
      }
    },
    async remove(id) {
      const job = await queue.getJob(asJobId(id));
      if (!job || (await job.isActive())) return;
      // Between the look and the removal a worker may have begun it: then it is left to that worker.
      await queue.remove(asJobId(id)).catch(async (error: unknown) => {
        if (!(await job.isActive())) throw error;
      });
    },
    async counts() {
      const counts = await queue.getJobCounts(
        'wait',
        'prioritized',
        'active',
        'delayed',
        'failed',
        'completed',
      );
      const { wait = 0, prioritized = 0, active = 0, delayed = 0, failed = 0, completed = 0 } = counts;
      return { waiting: wait + prioritized, active, delayed, failed, completed };
    },
    async oldestSeconds() {
      const next = await queue.getWaiting(0, nextInLine - 1);
      const dueAt = next
        .filter(({ attemptsMade }) => attemptsMade === 0)
        .map(({ timestamp, opts }) => timestamp + (opts.delay ?? 0));
      return dueAt.length > 0 ? Math.max(0, Date.now() - Math.min(...dueAt)) / 1000 : null;
    },
    close: () => queue.close(),
  };
}

function asBullJob({ name, id = randomUUID(), payload, runAt, isForgotten = false }: JobRequest) {
  const delay = runAt ? Math.max(0, runAt.getTime() - Date.now()) : 0;
  const opts: JobsOptions = {
    jobId: asJobId(id),
    attempts: mostAttempts,
    backoff: { type: 'patient' },
    stackTraceLimit: 0,
    ...(delay > 0 && { delay }),
    ...(isForgotten && { attempts: 1, removeOnComplete: true, removeOnFail: true }),
  };
  return { name, data: payload, opts };
}
