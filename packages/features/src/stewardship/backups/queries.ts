import { desc, eq } from 'drizzle-orm';
import type { House } from '../../context.ts';
import { backups } from './tables.ts';

/** When a backup was last made and last failed, and how large it was. */
export async function findBackupStatus({ db, settings }: Pick<House, 'db' | 'settings'>) {
  const newest = (state: 'done' | 'failed') =>
    db
      .select({ finishedAt: backups.finishedAt, bytes: backups.bytes })
      .from(backups)
      .where(eq(backups.state, state))
      .orderBy(desc(backups.finishedAt))
      .limit(1);
  const [[done], [failed]] = await Promise.all([newest('done'), newest('failed')]);
  return {
    isSetUp: settings.backupTo !== undefined && settings.backupRecipient !== undefined,
    lastDoneAt: done?.finishedAt ?? null,
    lastFailedAt: failed?.finishedAt ?? null,
    lastBytes: done?.bytes ?? null,
  };
}
