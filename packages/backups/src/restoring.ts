import type { Files } from '@groundwork/files';
import { rename, writeFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { readArchive } from './archive.ts';
import { checkArchive, damaged, parse, type Checked } from './checking.ts';
import { PLAIN_FORM } from './dump.ts';
import { BackupError } from './error.ts';
import { Loading } from './loading.ts';
import type { Progress } from './making.ts';
import { entries, type Header, type Keys, type Manifest } from './manifest.ts';
import { findArchive } from './places.ts';
import { bringUpTo, bringUpToDate, mustBeEmpty, mustKnow } from './tables.ts';

export type Restoring = {
  /** One archive, or the place where they are kept: then the newest. */
  from: string;
  /** The secret part of the age key, `AGE-SECRET-KEY-1...`; lines around it do not matter. */
  identity: string;
  databaseUrl: string;
  files: Files;
  dataDir: string;
  /** The site's SECRET, when the host has set one. */
  secret?: string | undefined;
  onProgress?: Progress;
  signal?: AbortSignal;
};

/**
 * Brings an archive back into an empty site: everything or nothing. First the archive is read to its end and compared
 * with what it says of itself; then tables are filled in one transaction, which commits only when each holds exactly
 * what it held. Interrupted anywhere, it can be run again. What was promised and perhaps not done is handed out again.
 * Throws BackupError when the archive, the key or the database is not right.
 */
export async function restoreBackup(restoring: Restoring): Promise<Manifest> {
  const { identity, onProgress, signal } = restoring;
  const { place, name } = await findArchive(restoring.from);
  const key = keyIn(identity);
  const checked = await checkArchive(await place.read(name), key, (bytes) => {
    signal?.throwIfAborted();
    onProgress?.(bytes, 0, 'bytes checked');
  });
  mustKnow(checked.manifest.migrations);
  mustMatch(checked.keys, restoring.secret);
  await withDatabase(restoring, async (client) => {
    await mustBeEmpty(client);
    await bringUpTo(client, checked.manifest.migrations.length);
    await load(client, restoring, readArchive(await place.read(name), key), checked);
    await bringUpToDate(client);
    await handOutAgain(client, checked.manifest);
    await keepKeys(restoring.dataDir, checked.keys);
    signal?.throwIfAborted();
  });
  return checked.manifest;
}

/** Reads an archive to its end and says what is in it; nothing is changed. */
export async function readManifest(from: string, identity: string): Promise<Manifest> {
  const { place, name } = await findArchive(from);
  const { manifest } = await checkArchive(await place.read(name), keyIn(identity));
  mustKnow(manifest.migrations);
  return manifest;
}

async function load(
  client: pg.Client,
  { files, onProgress, signal }: Restoring,
  archive: ReturnType<typeof readArchive>,
  { manifest }: Checked,
) {
  const loading = new Loading(client, manifest);
  const total = Object.values(manifest.counts).reduce((sum, { rows }) => sum + rows, 0);
  await loading.begin();
  for await (const { name, bytes } of archive) {
    signal?.throwIfAborted();
    const table = entries.tableOf(name);
    const file = entries.fileOf(name);
    if (table) {
      const rows = await loading.add(table, bytes);
      onProgress?.(rows, total, 'rows');
    } else if (file) await files.put(file, bytes);
    else if (name === entries.header) mustBeSame(parse(bytes) as Header, manifest);
  }
  await loading.end();
}

/** It is read twice, and somebody could have put another in its place between. */
function mustBeSame(header: Header, { at }: Manifest) {
  if (header.at !== at) throw damaged();
}

async function withDatabase({ databaseUrl, signal }: Restoring, work: (client: pg.Client) => Promise<void>) {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'groundwork restore' });
  const stop = () => void client.end();
  await client.connect();
  client.on('error', () => undefined);
  signal?.addEventListener('abort', stop);
  try {
    await client.query(PLAIN_FORM);
    await client.query('begin');
    await work(client);
    await client.query('commit');
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
    await client.end().catch(() => undefined);
  }
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
async function keepKeys(dataDir: string, { secret, dkimKey }: Keys) {
  await mkdir(dataDir, { recursive: true });
  await writeWhole(join(dataDir, 'secret'), secret);
  if (dkimKey) await writeWhole(join(dataDir, 'dkim.pem'), dkimKey);
}

async function writeWhole(path: string, text: string) {
  await writeFile(`${path}.new`, text, { mode: 0o600, flush: true });
  await rename(`${path}.new`, path);
}

function mustMatch({ secret }: Keys, set: string | undefined) {
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
