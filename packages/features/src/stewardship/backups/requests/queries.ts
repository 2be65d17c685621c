import { desc, isNull } from 'drizzle-orm';
import type { House } from '../../../context.ts';
import { backupRequests } from './tables.ts';

/** The backup that was last asked for by hand, how far it is, and what became of it. */
export async function findLastRequest({ db }: Pick<House, 'db'>) {
  const [latest] = await db
    .select({
      askedAt: backupRequests.askedAt,
      startedAt: backupRequests.startedAt,
      doneCount: backupRequests.doneCount,
      totalCount: backupRequests.totalCount,
      unit: backupRequests.unit,
      finishedAt: backupRequests.finishedAt,
      outcome: backupRequests.outcome,
      bytes: backupRequests.bytes,
      reason: backupRequests.reason,
    })
    .from(backupRequests)
    .orderBy(desc(backupRequests.askedAt))
    .limit(1);
  return latest ?? null;
}

/** The id of the one that waits to be made, or is being made. */
export async function findOpenRequest({ db }: Pick<House, 'db'>): Promise<string | null> {
  const [open] = await db
    .select({ id: backupRequests.id })
    .from(backupRequests)
    .where(isNull(backupRequests.finishedAt));
  return open?.id ?? null;
}
