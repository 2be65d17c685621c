import type { Manifest, Progress } from '@groundwork/backups';
import { newId } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import type { House } from '../../context.ts';
import { note } from '../../journal.ts';
import { VERSION } from '../version.ts';
import { whenAlone } from './alone.ts';
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

export type BackupMade = {
  name: string;
  bytes: number;
  manifest: Manifest;
  /** The names of those that were let go of; null when they could not be. */
  removed: string[] | null;
  startedAt: Date;
};

/** Loaded once a night: what seals an archive holds ten megabytes of a process that makes none. */
export const loadBackups = () => import('@groundwork/backups');

/**
 * Makes one backup of the site, and lets go of those that BACKUP_KEEP does not keep. Throws BackupError when it could
 * not be made. Nothing is noted, so it does on tables of an older version as well.
 */
export async function archiveSite(house: House, asked: BackupAsked): Promise<BackupMade> {
  const startedAt = new Date();
  const { keepByRule, makeBackup } = await loadBackups();
  const { files, settings } = house;
  const keys = { secret: settings.secret, ...(settings.dkim && { dkimKey: settings.dkim.privateKey }) };
  const made = await makeBackup({ ...asked, files, keys, version: VERSION });
  // What lies there already is another's while nobody has set this site up: perhaps what is about to be restored.
  if (!(await isSetUp(house))) return { ...made, removed: [], startedAt };
  // A bucket may let us add and not remove, which is a good idea; then its owner removes.
  const removed = await keepByRule(asked.to, settings.backupKeep).catch(() => null);
  return { ...made, removed, startedAt };
}

/** Asked so that tables of any version can answer. */
async function isSetUp({ db }: House): Promise<boolean> {
  const { rowCount } = await db.execute(sql`select from sites`);
  return rowCount === 1;
}

/** Notes for the stewards that a backup was made. */
export async function noteBackup(house: House, { startedAt, bytes }: BackupMade): Promise<void> {
  await keepAttempt(house, { startedAt, state: 'done', bytes });
}

/** Makes one backup as above, and notes for the stewards how it went. */
export async function backUpSite(house: House, asked: BackupAsked): Promise<BackupMade> {
  const startedAt = new Date();
  const made = await archiveSite(house, asked).catch(async (error: unknown) => {
    // One that was called off is no failure; and where the database is away, the reason it failed is the better news.
    if (!asked.signal?.aborted)
      await keepAttempt(house, { startedAt, state: 'failed' }).catch(() => undefined);
    throw error;
  });
  await noteBackup(house, made);
  return made;
}

type Night = { now?: Date; signal?: AbortSignal };

/**
 * Makes the backup of the night, unless a place, a key or a site that somebody set up is missing, one was made within the
 * day, or another process is just making it: then null.
 */
export async function backUpNightly(
  house: House,
  databaseUrl: string,
  { now = new Date(), signal }: Night = {},
): Promise<BackupMade | null> {
  const { backupTo: to, backupRecipient: recipient } = house.settings;
  if (!to || !recipient || !(await isSetUp(house))) return null;
  return whenAlone(databaseUrl, async () => {
    const { lastDoneAt: doneAt, lastFailedAt: failedAt } = await findBackupStatus(house);
    if (!isDue(now, { doneAt, failedAt })) return null;
    return backUpSite(house, { databaseUrl, to, recipient, ...(signal && { signal }) });
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
async function keepAttempt({ db }: House, attempt: Attempt) {
  const id = newId();
  await db.transaction(async (tx) => {
    await tx.insert(backups).values({ id, ...attempt });
    note(tx, null, `stewardship.backup-${attempt.state}`, id);
  });
}
