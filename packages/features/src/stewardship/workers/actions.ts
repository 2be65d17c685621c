import { eq, sql } from 'drizzle-orm';
import type { House } from '../../context.ts';
import { VERSION } from '../version.ts';
import { workerReports } from './tables.ts';

type Report = {
  worker: string;
  waitingCount: number;
  activeCount: number;
  failedCount: number;
  /** Whole seconds. */
  waitingSeconds: number | null;
};

/** A worker says that it is alive and what waits in the queue; what is a day old is forgotten. */
export async function reportWorker({ db }: House, report: Report): Promise<void> {
  await db
    .insert(workerReports)
    .values({ ...report, version: VERSION })
    .onConflictDoUpdate({ target: workerReports.worker, set: { ...report, reportedAt: sql`now()` } });
  await db.delete(workerReports).where(sql`${workerReports.reportedAt} < now() - interval '1 day'`);
}

/** A worker says that it ends, so that nobody looks for it. */
export async function noteWorkerLeft({ db }: House, worker: string): Promise<void> {
  await db
    .update(workerReports)
    .set({ leftAt: sql`now()` })
    .where(eq(workerReports.worker, worker));
}
