import { createHash } from 'node:crypto';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { ArchiveEntry } from './archive.ts';
import { entryNames, type ManifestHeader, type Manifest } from './manifest.ts';

/** Bytes of a table in one entry of the archive. */
const PART = 1_048_576;

/** The tables by name, each with the columns that are stored and not computed from others; unlogged ones hold nothing to keep. */
export async function listTables(client: pg.Client): Promise<ManifestHeader['tables']> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(`
    select relname as name, array_agg(attname::text order by attnum) as columns
    from pg_class join pg_attribute on attrelid = pg_class.oid
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relpersistence = 'p' and relname ~ '^\\w+$' and ${NOT_OF_AN_EXTENSION}
      and attnum > 0 and not attisdropped and attgenerated = ''
    group by relname order by relname collate "C"`);
  return rows;
}

/** About how many bytes COPY will write of all tables: text is a little longer than what lies on the disk. */
export async function measureTables(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ bytes: string }>(`
    select coalesce(sum(pg_relation_size(oid)), 0)::text as bytes
    from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`);
  return Number(rows[0]?.bytes) * 1.2;
}

/** Extensions bring tables of their own, such as the list of places on Earth, and fill them by themselves. */
export const NOT_OF_AN_EXTENSION = `not exists (
  select from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e')`;

export async function listSequences(client: pg.Client): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ name: string; last: string | null }>(
    `select sequencename as name, last_value::text as last from pg_sequences where schemaname = 'public'`,
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}

/** The rows of one table, in parts; `counted` hears how many there were and their hash when all are out. */
export async function* dumpTable(
  client: pg.Client,
  table: ManifestHeader['tables'][number],
  counted: (count: Manifest['counts'][string]) => void,
): AsyncGenerator<ArchiveEntry> {
  const hash = createHash('sha256');
  const copy = client.query(copyTo(await copyStatement(client, table)));
  // Told to whoever reads; but it may come when nobody reads any more.
  copy.on('error', () => undefined);
  let pending: Buffer[] = [];
  let size = 0;
  let number = 0;
  const part = () => ({ name: entryNames.part(table.name, number++), bytes: Buffer.concat(pending) });
  for await (const chunk of copy as AsyncIterable<Buffer>) {
    hash.update(chunk);
    pending.push(chunk);
    size += chunk.length;
    if (size < PART) continue;
    yield part();
    pending = [];
    size = 0;
  }
  if (size > 0) yield part();
  counted({ rows: copy.rowCount, sha256: hash.digest('hex') });
}

/** The count and the hash of a table as it is now. */
export async function countTable(
  client: pg.Client,
  table: ManifestHeader['tables'][number],
): Promise<Manifest['counts'][string]> {
  let found = { rows: 0, sha256: '' };
  const parts = dumpTable(client, table, (count) => (found = count));
  for await (const _part of parts);
  return found;
}

/** In the order of the key, and text in the order of its bytes, which is the same on every server. */
async function copyStatement(client: pg.Client, { name, columns }: ManifestHeader['tables'][number]) {
  const { rows } = await client.query<{ column: string; isText: boolean }>(
    `select attname::text as column, attcollation <> 0 as "isText"
     from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
     where indrelid = format('public.%I', $1::text)::regclass and indisprimary
     order by array_position(indkey::int2[], attnum)`,
    [name],
  );
  const key = rows.map(({ column, isText }) => `${quoted([column])}${isText ? ' collate "C"' : ''}`);
  const order = key.length > 0 ? ` order by ${key.join(', ')}` : '';
  return `copy (select ${quoted(columns)} from public."${name}"${order}) to stdout`;
}

export function quoted(columns: string[]): string {
  return columns.map((column) => `"${column.replaceAll('"', '""')}"`).join(', ');
}
