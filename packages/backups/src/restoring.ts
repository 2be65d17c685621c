import type { Files } from '@groundwork/files';
import { copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type pg from 'pg';
import { readArchive } from './archive.ts';
import { checkArchive, type Checked } from './checking.ts';
import { withClient } from './client.ts';
import { BackupError } from './error.ts';
import { FilePutting } from './file-putting.ts';
import { Loading } from './loading.ts';
import type { Progress } from './making.ts';
import { entryNames, type SiteKeys, type Manifest } from './manifest.ts';
import { findArchive } from './places.ts';
import { bringUpTo, bringUpToDate, mustBeEmpty, mustKnow } from './tables.ts';

/** An archive that was read to its end and is whole, and that the key opens. */
export type Backup = Checked & { read(): Promise<Readable>; key: string };

export type BackupOpening = {
  /** One archive, or the place where they are kept: then the newest. */
  from: string;
  /** The secret part of the age key, `AGE-SECRET-KEY-1...`; lines around it do not matter. */
  identity: string;
  onProgress?: Progress;
  signal?: AbortSignal;
};

export type RestoreTarget = {
  databaseUrl: string;
  files: Files;
  dataDir: string;
  /** The site's SECRET, when the host has set one. */
  secret?: string | undefined;
  onProgress?: Progress;
  signal?: AbortSignal;
};

/**
 * Reads an archive to its end and compares it with what it says of itself; nothing is changed. Throws BackupError when
 * the archive or the key is not right.
 */
export async function openBackup({ from, identity, onProgress, signal }: BackupOpening): Promise<Backup> {
  const { place, name } = await findArchive(from);
  const key = keyIn(identity);
  const read = () => place.read(name);
  const checked = await checkArchive(await read(), key, (bytes) => {
    signal?.throwIfAborted();
    onProgress?.(bytes, 0, 'bytes');
  });
  mustKnow(checked.manifest.migrations);
  return { ...checked, read, key };
}

/** Throws BackupError when a site, or something that is not ours, lives in the database. */
export function refuseUnlessEmpty(databaseUrl: string): Promise<void> {
  return withClient({ databaseUrl, name: 'groundwork restore' }, async (client) => {
    await client.query('begin');
    await mustBeEmpty(client);
    await client.query('rollback');
  });
}

/**
 * Brings a backup back into an empty site: everything or nothing. Tables are filled in one transaction, which commits
 * only when each holds exactly what it held. Interrupted anywhere, it can be run again. What was promised and perhaps
 * not done is handed out again. Resolves to the names of tables in it that are none of ours, and were left out. Throws
 * BackupError when the database is not right.
 */
export async function restoreBackup(backup: Backup, target: RestoreTarget): Promise<{ leftOut: string[] }> {
  const { databaseUrl, signal } = target;
  const { manifest, keys } = backup;
  mustMatch(keys, target.secret);
  const putting = await FilePutting.into(target.files);
  try {
    return await withClient({ databaseUrl, name: 'groundwork restore', signal }, async (client) => {
      await client.query('begin');
      await mustBeEmpty(client);
      await bringUpTo(client, manifest.migrations.length);
      const leftOut = await load(client, backup, { ...target, putting });
      await bringUpToDate(client);
      await handOutAgain(client, manifest);
      signal?.throwIfAborted();
      await keepKeys(target.dataDir, keys);
      await client.query('commit');
      return { leftOut };
    });
  } catch (error) {
    await putting.takeBack();
    throw asBackupError(error);
  }
}

type Loaded = RestoreTarget & { putting: FilePutting };

async function load(
  client: pg.Client,
  { manifest, tableBytes, read, key }: Backup,
  { putting, onProgress, signal }: Loaded,
) {
  const loading = new Loading(client, manifest, (...step) => onProgress?.(...step));
  const total = tableBytes + manifest.files.bytes;
  let done = 0;
  await loading.begin();
  for await (const { name, bytes } of readArchive(await read(), key)) {
    const table = entryNames.tableOf(name);
    const chunks: Buffer[] = [];
    for await (const chunk of bytes) {
      signal?.throwIfAborted();
      if (table) await loading.add(table, chunk);
      else chunks.push(chunk);
      onProgress?.((done += chunk.length), total, 'bytes');
    }
    const file = entryNames.fileOf(name);
    if (file) await putting.put(file, Buffer.concat(chunks));
  }
  await loading.end();
  putting.compare(manifest.files);
  return loading.leftOut();
}

/**
 * Jobs rest in the queue, which is in no backup: what was asked for in the day before is asked for again. Whoever
 * hears a thing twice bears it, and mail that was sent is known to be.
 */
async function handOutAgain(client: pg.Client, { at }: Manifest) {
  await client.query(
    `insert into journal_undelivered (entry_id)
     select id from journal where at > $1::timestamptz - interval '1 day' on conflict do nothing`,
    [at],
  );
}

/** Last, and each whole: a site without its database has no use for them, and the other way. */
async function keepKeys(dataDir: string, { secret, dkimKey }: SiteKeys) {
  await mkdir(dataDir, { recursive: true });
  await replace(join(dataDir, 'secret'), secret);
  if (dkimKey) await replace(join(dataDir, 'dkim.pem'), dkimKey);
}

/** What was there stays beside it: should the folder be another site's after all, its links depend on it. */
async function replace(path: string, text: string) {
  const before = await readFile(path, 'utf8').catch(() => null);
  if (before?.trim() === text.trim()) return;
  if (before !== null) await copyFile(path, `${path}.before-restore`);
  await writeFile(`${path}.new`, text, { mode: 0o600, flush: true });
  await rename(`${path}.new`, path);
}

function mustMatch({ secret }: SiteKeys, set: string | undefined) {
  if (set === undefined || set === secret) return;
  throw new BackupError(
    'SECRET is another than this archive’s, and every link that was mailed would stop working: take SECRET out of the settings, and the archive’s own is used.',
  );
}

/** Key files of age have comments around the key. */
function keyIn(text: string): string {
  const key = /AGE-SECRET-KEY-[A-Z0-9-]+/.exec(text)?.[0];
  if (key) return key;
  throw new BackupError('The file given as key holds none: a line in it begins with AGE-SECRET-KEY-.');
}

/** What the database does not take is an archive that was made by hand; its own words would quote a row. */
function asBackupError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === '53100')
    return new BackupError('The disk of the database is full, so nothing was restored: make room there.');
  if (/^(22|23)...$/.test(code))
    return new BackupError(
      'What this archive holds does not fit the tables of its version, so nothing was restored.',
    );
  return error;
}
