import { desc, eq } from 'drizzle-orm';
import type { House } from '../../context.ts';
import { backups } from './tables.ts';

/** When a backup was last made and last failed, how large it was, and whether a newer one should be there. */
export async function findBackupStatus({ db, settings }: Pick<House, 'db' | 'settings'>) {
  const newest = (state: 'done' | 'failed') =>
    db
      .select({ finishedAt: backups.finishedAt, bytes: backups.bytes })
      .from(backups)
      .where(eq(backups.state, state))
      .orderBy(desc(backups.finishedAt))
      .limit(1);
  const [[done], [failed]] = await Promise.all([newest('done'), newest('failed')]);
  const lastDoneAt = done?.finishedAt ?? null;
  return {
    isSetUp: settings.makesBackups,
    lastDoneAt,
    lastFailedAt: failed?.finishedAt ?? null,
    lastBytes: done?.bytes ?? null,
    isOld: isOldBackup(lastDoneAt),
  };
}

const HOUR_MS = 3_600_000;
/** One is made every night, or by day when the last is 25 hours old. The alarm in `infra/prometheus` says the same. */
const MOST_HOURS = 26;

/** Whether the newest backup is of before last night; true when there is none. */
export function isOldBackup(madeAt: Date | null, now = new Date()): boolean {
  return madeAt === null || now.getTime() - madeAt.getTime() > MOST_HOURS * HOUR_MS;
}
