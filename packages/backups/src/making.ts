import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type pg from 'pg';
import { isPeopleFile, type Files } from '@groundwork/files';
import { writeArchive, type ArchiveEntry } from './archive.ts';
import { withClient } from './client.ts';
import { BackupError } from './error.ts';
import { dumpTable, listSequences, listTables, measureTables } from './dump.ts';
import { entryNames, type ManifestHeader, type SiteKeys, type Manifest } from './manifest.ts';
import { archiveName } from './stored.ts';
import { openPlace } from './places.ts';
import { openTally } from './tally.ts';

/** Tells how much is done; `total` is an estimate, or 0 for unknown, and `unit` a plural noun. */
export type Progress = (done: number, total: number, unit: string) => void;

export type Making = {
  databaseUrl: string;
  files: Files;
  keys: SiteKeys;
  /** A folder, or `s3://KEY:SECRET@host/bucket?region=...`. */
  to: string;
  /** The public part of an age key, `age1...`. */
  recipient: string;
  /** Of Groundwork. */
  version: string;
  onProgress?: Progress;
  signal?: AbortSignal;
};

/**
 * Makes one archive of the whole site: the database as it was at one moment, the files, and the keys, encrypted for
 * `recipient`. What is written meanwhile is not in it, and nobody waits. It appears under its name only when it is
 * whole. Throws BackupError when the place or the key is no good.
 */
export async function makeBackup(
  making: Making,
): Promise<{ name: string; bytes: number; manifest: Manifest }> {
  const { databaseUrl, to, recipient, signal } = making;
  const place = openPlace(to);
  return withClient({ databaseUrl, name: 'groundwork backup', signal }, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    const header = await describe(client, making.version);
    const manifest: Manifest = {
      ...header,
      counts: {},
      sequences: await listSequences(client),
      files: openTally().sum(),
    };
    const archive = await writeArchive(fill(client, making, manifest), recipient);
    const name = archiveName(header.at);
    const bytes = await place.write(name, archive, signal);
    return { name, bytes, manifest };
  });
}

async function describe(client: pg.Client, version: string): Promise<ManifestHeader> {
  const { rows } = await client.query<{ hash: string }>(
    'select hash from drizzle.__drizzle_migrations order by id',
  );
  const { rows: clock } = await client.query<{ at: Date }>('select now() as at');
  return {
    format: 1,
    version,
    at: (clock[0]?.at ?? new Date()).toISOString(),
    migrations: rows.map(({ hash }) => hash),
    tables: await listTables(client),
  };
}

async function* fill(client: pg.Client, making: Making, manifest: Manifest): AsyncGenerator<ArchiveEntry> {
  const { counts, sequences, files: _files, ...header } = manifest;
  yield json(entryNames.header, header);
  yield json(entryNames.keys, making.keys);
  yield* dumpTables(client, making, manifest);
  // The moment is let go of: from here on the database may forget what it kept for us.
  await client.query('commit');
  const tally = openTally();
  for await (const file of dumpFiles(making, tally)) yield file;
  manifest.files = tally.sum();
  yield json(entryNames.sums, { counts, sequences, files: manifest.files });
}

async function* dumpTables(client: pg.Client, { onProgress }: Making, { tables, counts }: Manifest) {
  const total = await measureTables(client);
  let done = 0;
  for (const table of tables)
    for await (const part of dumpTable(client, table, (count) => (counts[table.name] = count))) {
      onProgress?.((done += part.bytes.length), total, 'bytes');
      yield part;
    }
}

async function* dumpFiles({ files, onProgress, signal }: Making, tally: ReturnType<typeof openTally>) {
  for await (const { key } of files.list()) {
    // Prepared for a day, and written anew by whoever wants it again: in a backup it would lie for a year.
    if (isPeopleFile(key)) continue;
    const bytes = await readFile(files, key);
    signal?.throwIfAborted();
    if (!bytes) continue;
    tally.add(key, bytes.length, createHash('sha256').update(bytes).digest('hex'));
    onProgress?.(tally.sum().count, 0, 'files');
    yield { name: entryNames.file(key), bytes };
  }
}

/** Null when it was removed since it was listed: its owner wanted it gone. */
async function readFile(files: Files, key: string): Promise<Buffer | null> {
  try {
    const stream = await files.get(key);
    return stream && (await buffer(stream));
  } catch (error) {
    if (error instanceof Error && error.name === 'BucketError') throw error;
    throw new BackupError(`The file ${key} of the site cannot be read, so no backup was made.`);
  }
}

function json(name: string, value: object): ArchiveEntry {
  return { name, bytes: Buffer.from(JSON.stringify(value)) };
}
