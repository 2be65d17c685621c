import { listBackups } from '@groundwork/backups';
import { connect } from '@groundwork/database';
import { openDatabaseHeartbeat } from '@groundwork/database/heartbeat';
import { isOldBackup } from '@groundwork/features/stewardship/backups/queries';
import { findRedisSetup } from '@groundwork/queue/redis-setup';
import { stat, statfs } from 'node:fs/promises';
import { momentOf } from '../figures.ts';
import { ASK_THERE, findingsOf, type Check, type Finding } from './finding.ts';

const database = findingsOf('database');
const queue = findingsOf('queue');
const disk = findingsOf('disk');
const backup = findingsOf('backup');

/** Whether PostgreSQL answers, is new enough, and has the tables of this version. */
export const checkDatabase: Check = async ({ databaseUrl, absence }) => {
  if (!databaseUrl) return [absence ?? AWAY];
  const { pool, close } = connect(databaseUrl, { max: 1 });
  const heartbeat = openDatabaseHeartbeat(databaseUrl);
  try {
    const { rows } = await pool.query<Server>(SERVER);
    const [server] = rows;
    return server ? [...judge(server), judgeMigrations(await heartbeat.migrations())] : [];
  } catch {
    return [AWAY];
  } finally {
    await heartbeat.close();
    await close();
  }
};

const AWAY = database.wrong(
  'The database does not answer.',
  'See whether it runs, and whether DATABASE_URL has the right name and password.',
);

type Server = { version: number; encoding: string; freeConnections: number };
const SERVER = `
  select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
    current_setting('max_connections')::int - (select count(*)::int from pg_stat_activity where backend_type = 'client backend')
      as "freeConnections"`;

function judge({ version, encoding, freeConnections }: Server): Finding[] {
  const findings = [database.ok(`PostgreSQL ${Math.floor(version / 10_000)}.${version % 10_000} answers.`)];
  if (version < 180_000)
    findings.push(
      database.wrong(
        'It is older than PostgreSQL 18.',
        'Move the data to PostgreSQL 18 or newer: a backup here, a restore there.',
      ),
    );
  if (encoding !== 'UTF8')
    findings.push(
      database.wrong(
        `Its letters are ${encoding}.`,
        'Make a database with encoding UTF8, and restore into it.',
      ),
    );
  if (freeConnections < 20)
    findings.push(
      database.wrong(
        `Only ${freeConnections} connections are free.`,
        'Raise max_connections in PostgreSQL: an api takes up to 12, a worker up to 31, both in one process up to 42.',
      ),
    );
  return findings;
}

function judgeMigrations(migrations: 'ok' | 'behind' | 'ahead'): Finding {
  if (migrations === 'ok') return database.ok('The tables are of this version.');
  if (migrations === 'ahead')
    return database.note(
      'The tables are of a newer version, with which this one goes on working.',
      'Bring this code up to date as well.',
    );
  return database.wrong(
    'The tables are of an older version.',
    'Run groundwork upgrade, or start the site once.',
  );
}

/** Whether what happens later happens. */
export const checkQueue: Check = async ({ settings, databaseUrl }) => [
  ...(await checkRedis(settings.redisUrl)),
  ...(databaseUrl ? await checkWorkers(databaseUrl) : []),
];

async function checkRedis(redisUrl: string | undefined): Promise<Finding[]> {
  if (!redisUrl) return [queue.ok('Jobs rest in PostgreSQL.')];
  try {
    const { version, eviction, isDurable } = await findRedisSetup(redisUrl);
    const findings = [queue.ok(`Redis or Valkey ${version} answers.`)];
    if (eviction !== null && eviction !== 'noeviction')
      findings.push(
        queue.wrong(
          `When it is full it drops jobs (maxmemory-policy ${eviction}).`,
          'Set maxmemory-policy noeviction.',
        ),
      );
    if (isDurable === false)
      findings.push(queue.wrong('It forgets jobs when it stops (appendonly no).', 'Set appendonly yes.'));
    return findings;
  } catch {
    return [
      queue.wrong(
        'Redis or Valkey does not answer, or does not let us in.',
        'See whether it runs, and whether REDIS_URL has the right password.',
      ),
    ];
  }
}

async function checkWorkers(databaseUrl: string): Promise<Finding[]> {
  const { pool, close } = connect(databaseUrl, { max: 1 });
  try {
    const { rows } = await pool.query<{ alive: number; lateSeconds: number }>(`
      select (select count(*)::int from worker_reports where reported_at > now() - interval '1 minute' and left_at is null) as alive,
        coalesce((select extract(epoch from now() - min(uuid_extract_timestamp(entry_id)))::int from journal_undelivered), 0)
          as "lateSeconds"`);
    const { alive = 0, lateSeconds = 0 } = rows[0] ?? {};
    if (alive === 0)
      return [
        queue.wrong(
          'No worker was heard from within a minute: mail and imports wait.',
          'Start the site or its worker; its log says why it stopped.',
        ),
      ];
    if (lateSeconds > 60)
      return [
        queue.wrong(
          `The oldest task has waited ${lateSeconds} seconds.`,
          'If it keeps growing, run another worker.',
        ),
      ];
    return [queue.ok(`${alive === 1 ? 'One worker is' : `${alive} workers are`} at work.`)];
  } catch {
    // Without tables nobody works, which the database's findings say.
    return [];
  } finally {
    await close();
  }
}

/** Whether there is room, and the secret is kept to ourselves. */
export const checkDisk: Check = async ({ settings }) => {
  const { dataDir, backupTo } = settings;
  const places = [dataDir, ...(backupTo && !backupTo.startsWith('s3://') ? [backupTo] : [])];
  const spaces = await Promise.all(places.map(spaceIn));
  return [...spaces, ...(await checkSecret(dataDir))];
};

async function spaceIn(folder: string): Promise<Finding> {
  try {
    const { bavail, bsize, blocks, ffree, files } = await statfs(folder);
    const free = (bavail * bsize) / 1e9;
    const space = `${free.toLocaleString('en', { maximumFractionDigits: 1 })} GB are free in ${folder}.`;
    if (free < 1 || bavail < blocks / 20)
      return disk.wrong(
        space,
        'Make room, or move it to a larger disk: when it is full, nothing can be accepted.',
      );
    if (files > 0 && ffree < files / 50)
      return disk.wrong(
        `${folder} can hold hardly any more files.`,
        'Remove what is not needed there: its file system has no more names to give.',
      );
    return disk.ok(space);
  } catch {
    return disk.note(
      `${folder} is not there yet, or may not be looked into.`,
      'Start the site once as the account that runs it, or run the doctor as that account.',
    );
  }
}

async function checkSecret(dataDir: string): Promise<Finding[]> {
  const secret = await stat(`${dataDir}/secret`).catch(() => null);
  if (!secret || (secret.mode & 0o077) === 0) return [];
  return [
    disk.wrong('Others on this machine can read the secret of the site.', `Run chmod 600 ${dataDir}/secret.`),
  ];
}

/** Whether the site could come back if this machine were lost tonight. */
export const checkBackups: Check = async ({ settings }) => {
  const { backupTo, backupRecipient, makesBackups } = settings;
  if (!backupTo && makesBackups)
    return [backup.note('Another process makes the backups, and knows where.', ASK_THERE)];
  if (!backupTo || !backupRecipient)
    return [
      backup.wrong(
        'No backups are made: if this machine is lost, everything is.',
        'Run groundwork backup --new-key backup-key.txt, and do what it says; docs/hosting/backup.md has the rest.',
      ),
    ];
  try {
    const [newest] = await listBackups(backupTo);
    if (!newest)
      return [
        backup.wrong(
          'There is no backup yet.',
          'The worker makes one every night; groundwork backup makes one now, and says what is in its way.',
        ),
      ];
    if (isOldBackup(newest.at))
      return [
        backup.wrong(
          `The newest backup is of ${momentOf(newest.at)}, and one is made every night.`,
          'groundwork backup makes one now, and says what is in its way.',
        ),
      ];
    const isHere = !backupTo.startsWith('s3://') && backupTo.startsWith(settings.dataDir);
    if (isHere)
      return [
        backup.note(
          'Backups lie beside the data: who loses one loses both.',
          'Set BACKUP_TO to another disk, or to a bucket elsewhere.',
        ),
      ];
    return [backup.ok(`The newest backup is of ${momentOf(newest.at)}.`)];
  } catch (error) {
    const isSentence = error instanceof Error && ['BucketError', 'BackupError'].includes(error.name);
    const why = isSentence ? error.message : 'The place of the backups cannot be read.';
    return [backup.wrong(why, 'See whether BACKUP_TO is right.')];
  }
};
