import { desc, sql } from 'drizzle-orm';
import type { House } from '../../context.ts';
import { workerReports } from './tables.ts';

/** The workers of the last day, whoever spoke last first, and how many of them are missing. */
export async function findWorkers({ db }: Pick<House, 'db'>) {
  const workers = await db
    .select({
      waitingCount: workerReports.waitingCount,
      activeCount: workerReports.activeCount,
      failedCount: workerReports.failedCount,
      waitingSeconds: workerReports.waitingSeconds,
      version: workerReports.version,
      startedAt: workerReports.startedAt,
      reportedAt: workerReports.reportedAt,
      hasLeft: sql<boolean>`${workerReports.leftAt} is not null`,
      isAlive: sql<boolean>`${workerReports.reportedAt} > now() - interval '60 seconds'`,
    })
    .from(workerReports)
    .where(sql`${workerReports.reportedAt} > now() - interval '1 day'`)
    .orderBy(desc(workerReports.reportedAt));
  return { workers, missingCount: countMissing(workers) };
}

/** Whether this site ever had a worker. */
export async function hasEverWorked({ db }: Pick<House, 'db'>): Promise<boolean> {
  return (await db.$count(workerReports)) > 0;
}

type Worker = { startedAt: Date; reportedAt: Date; hasLeft: boolean; isAlive: boolean };

/** As many as were alive at the same moment and never took leave, less those that are alive: one that crashed and was
 * started again is not missing. */
function countMissing(workers: Worker[]): number {
  const unasked = workers.filter(({ hasLeft }) => !hasLeft);
  const together = unasked.map(
    ({ startedAt }) =>
      unasked.filter((other) => other.startedAt <= startedAt && startedAt <= other.reportedAt).length,
  );
  const alive = unasked.filter(({ isAlive }) => isAlive);
  return Math.max(alive.length, ...together) - alive.length;
}
