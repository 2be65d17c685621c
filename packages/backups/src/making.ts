import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import pg from 'pg';
import type { Files } from '@groundwork/files';
import { writeArchive, type Entry } from './archive.ts';
import { dumpTable, listSequences, listTables, PLAIN_FORM } from './dump.ts';
import { entries, type Header, type Keys, type Manifest } from './manifest.ts';
import { openPlace } from './places.ts';

/** Tells how many of the tables and files are in the archive. */
export type Progress = (done: number, total: number, unit: string) => void;

export type Making = {
  databaseUrl: string;
  files: Files;
  keys: Keys;
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
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'groundwork backup' });
  const stop = () => void client.end();
  await client.connect();
  client.on('error', () => undefined);
  signal?.addEventListener('abort', stop);
  try {
    await client.query(PLAIN_FORM);
    await client.query('begin isolation level repeatable read read only');
    const header = await describe(client, making.version);
    const manifest: Manifest = { ...header, counts: {}, sequences: await listSequences(client), files: {} };
    const archive = await writeArchive(fill(client, making, manifest), recipient);
    const name = `groundwork-${header.at.replace(/\.\d+/, '').replaceAll(':', '-')}.tar.zst.age`;
    const bytes = await place.write(name, archive, signal);
    return { name, bytes, manifest };
  } finally {
    signal?.removeEventListener('abort', stop);
    await client.end().catch(() => undefined);
  }
}

async function describe(client: pg.Client, version: string): Promise<Header> {
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

async function* fill(
  client: pg.Client,
  { files, keys, onProgress }: Making,
  manifest: Manifest,
): AsyncGenerator<Entry> {
  const { counts, files: kept, sequences: _sequences, ...header } = manifest;
  yield json(entries.header, header);
  yield json(entries.keys, keys);
  for (const [done, table] of manifest.tables.entries()) {
    onProgress?.(done, manifest.tables.length, 'tables');
    yield* dumpTable(client, table, (count) => (counts[table.name] = count));
  }
  for await (const { key } of files.list()) {
    const stream = await files.get(key);
    // Removed since it was listed: its owner wanted it gone.
    if (!stream) continue;
    const bytes = await buffer(stream);
    kept[key] = { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    onProgress?.(Object.keys(kept).length, 0, 'files');
    yield { name: entries.file(key), bytes };
  }
  yield json(entries.manifest, manifest);
}

function json(name: string, value: object): Entry {
  return { name, bytes: Buffer.from(JSON.stringify(value)) };
}
