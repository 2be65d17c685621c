import { newId } from '@groundwork/database';
import { eq, lt, sql } from 'drizzle-orm';
import type { Context, House } from '../../../context.ts';
import { Conflict } from '../../../errors.ts';
import { note } from '../../../journal.ts';
import { spend } from '../../../limits/limits.ts';
import { backUpSite, loadBackups, type BackupMade } from '../actions.ts';
import { whenAlone } from '../alone.ts';
import { findOpenRequest } from './queries.ts';
import { backupRequests } from './tables.ts';

/** A backup reads everything: a steward at play does not keep the site reading all day. */
const DAILY = { name: 'stewardship.backup-requests', count: 12, minutes: 24 * 60 };

/** Asks for a backup now; a worker makes it. Throws Conflict when none can be made, or one is under way, and TooMany. */
export async function askForBackup(ctx: Context): Promise<void> {
  if (!ctx.settings.makesBackups) throw new Conflict('stewardship.backup-unset');
  await ctx.change(async (tx) => {
    const asked = await tx
      .insert(backupRequests)
      .values({ id: newId(), askedBy: ctx.viewer.id })
      .onConflictDoNothing()
      .returning({ id: backupRequests.id });
    const [request] = asked;
    if (!request) throw new Conflict('stewardship.backup-under-way');
    await spend(ctx, { limit: DAILY, key: 'site' }, tx);
    const { id: subjectId } = request;
    note(tx, ctx, 'stewardship.backup-asked', subjectId);
  });
}

/**
 * Makes the backup that a steward asked for, if one did and no other process is making one: else null. One that is called
 * off, or whose worker died, is made by whoever looks next; one that fails is not tried again by itself.
 */
export async function backUpOnRequest(
  house: House,
  databaseUrl: string,
  { signal }: { signal?: AbortSignal } = {},
): Promise<BackupMade | null> {
  if ((await findOpenRequest(house)) === null) return null;
  return whenAlone(databaseUrl, async () => {
    // Looked at again under the lock: another worker may just have made it.
    const id = await findOpenRequest(house);
    return id === null ? null : make(house, { id, databaseUrl, ...(signal && { signal }) });
  });
}

/** Forgets what was asked for more than 30 days ago; the journal and the list of backups keep that they were. */
export async function forgetBackupRequests({ db }: Context): Promise<void> {
  await db.delete(backupRequests).where(lt(backupRequests.askedAt, sql`now() - interval '30 days'`));
}

type Making = { id: string; databaseUrl: string; signal?: AbortSignal };
async function make(house: House, { id, databaseUrl, signal }: Making): Promise<BackupMade> {
  const write = (noted: Partial<typeof backupRequests.$inferInsert>) =>
    house.db.update(backupRequests).set(noted).where(eq(backupRequests.id, id));
  await write({ startedAt: new Date(), doneCount: null, totalCount: null, unit: null });
  const { BackupError } = await loadBackups();
  try {
    const { backupTo: to, backupRecipient: recipient } = house.settings;
    if (!to || !recipient)
      throw new BackupError('BACKUP_TO and BACKUP_RECIPIENT are not set where the worker runs.');
    const onProgress = nowAndThen((doneCount, totalCount, unit) => write({ doneCount, totalCount, unit }));
    const made = await backUpSite(house, {
      databaseUrl,
      to,
      recipient,
      onProgress,
      ...(signal && { signal }),
    });
    await write({ finishedAt: new Date(), outcome: 'done', bytes: made.bytes });
    return made;
  } catch (error) {
    const reason = error instanceof BackupError ? error.message : null;
    if (!signal?.aborted) await write({ finishedAt: new Date(), outcome: 'failed', reason });
    throw error;
  }
}

const EVERY_MS = 1_000;

/** Tells of progress once a second at most: it comes with each piece. What could not be told is told by the next. */
function nowAndThen(show: (done: number, total: number, unit: 'bytes' | 'files') => Promise<unknown>) {
  let shownAt = 0;
  return (done: number, total: number, unit: string) => {
    if (Date.now() - shownAt < EVERY_MS) return;
    shownAt = Date.now();
    show(done, total, unit === 'files' ? 'files' : 'bytes').catch(() => undefined);
  };
}
