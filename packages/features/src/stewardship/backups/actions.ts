import { keepByRule, makeBackup, type Progress } from '@groundwork/backups';
import { newId } from '@groundwork/database';
import { record } from '@groundwork/database/journal';
import { sql } from 'drizzle-orm';
import type { House } from '../../context.ts';
import { VERSION } from '../version.ts';
import { findBackupStatus } from './queries.ts';
import { backups } from './tables.ts';

export type BackupAsked = {
  databaseUrl: string;
  /** A folder, or a bucket. */
  to: string;
  /** The public part of the key that opens it. */
  recipient: string;
  onProgress?: Progress;
  signal?: AbortSignal;
};

/**
 * Makes one backup of the site, lets go of those that BACKUP_KEEP does not keep, and notes how it went for the
 * stewards. `removed` names what was let go of. Throws BackupError when it could not be made.
 */
export async function backUpSite(house: House, asked: BackupAsked) {
  const startedAt = new Date();
  const { files, settings } = house;
  const keys = { secret: settings.secret, ...(settings.dkim && { dkimKey: settings.dkim.privateKey }) };
  try {
    const { name, bytes } = await makeBackup({ ...asked, files, keys, version: VERSION });
    await note(house, { startedAt, state: 'done', bytes });
    return { name, bytes, removed: await keepByRule(asked.to, settings.backupKeep) };
  } catch (error) {
    // One that was called off is no failure.
    if (!asked.signal?.aborted) await note(house, { startedAt, state: 'failed' });
    throw error;
  }
}

/**
 * Makes the backup of the night, unless there is a place or a key missing, one was made within the day, or another
 * process is just making it. Returns whether one was made.
 */
export async function backUpNightly(house: House, databaseUrl: string, now = new Date()): Promise<boolean> {
  const { backupTo: to, backupRecipient: recipient } = house.settings;
  if (!to || !recipient) return false;
  return house.db.transaction(async (tx) => {
    const taken = await tx.execute<{ mine: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended('backup', 0)) as mine`,
    );
    const { lastDoneAt: doneAt, lastFailedAt: failedAt } = await findBackupStatus(house);
    if (!taken.rows[0]?.mine || !isDue(now, { doneAt, failedAt })) return false;
    await backUpSite(house, { databaseUrl, to, recipient });
    return true;
  });
}

const HOUR = 3_600_000;
/** UTC: the small hours where most of our sites are. */
const NIGHT = 3;

/** At night when the last is from before, and at any hour when it is older than a day; not soon after one that failed. */
export function isDue(now: Date, last: { doneAt: Date | null; failedAt: Date | null } | undefined): boolean {
  const age = (at: Date | null | undefined) => (at ? now.getTime() - at.getTime() : Infinity);
  if (age(last?.failedAt) < HOUR) return false;
  const doneAge = age(last?.doneAt);
  return doneAge > 25 * HOUR || (doneAge > 12 * HOUR && now.getUTCHours() === NIGHT);
}

type Attempt = { startedAt: Date; state: 'done' | 'failed'; bytes?: number };
async function note({ db }: House, attempt: Attempt) {
  const id = newId();
  await db.transaction(async (tx) => {
    await tx.insert(backups).values({ id, ...attempt });
    await record(tx, { kind: `stewardship.backup-${attempt.state}`, subjectId: id });
  });
}
