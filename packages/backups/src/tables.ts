import { migrationsFolder } from '@groundwork/database/migrate';
import { readMigrationFiles, type MigrationMeta } from 'drizzle-orm/migrator';
import type pg from 'pg';
import { BackupError } from './error.ts';

/** Throws BackupError when the archive went through migrations that this version does not know. */
export function mustKnow(migrations: string[]): void {
  const known = ours();
  if (migrations.length > 0 && migrations.every((hash, index) => known[index]?.hash === hash)) return;
  throw new BackupError('This archive was made by a newer version of Groundwork: restore it with that one.');
}

/** Throws BackupError when a site, or something that is not ours, lives in the database. Nobody can move in meanwhile. */
export async function mustBeEmpty(client: pg.Client): Promise<void> {
  // The same lock that migrations take, until this transaction ends.
  await client.query('select pg_advisory_xact_lock(4717839001)');
  const { rows: tables } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  );
  if (tables.length === 0) return;
  const names = new Set(tables.map(({ name }) => name));
  if (!names.has('sites') || !names.has('journal'))
    throw new BackupError('The database holds tables of something else: name another in DATABASE_URL.');
  const { rowCount } = await client.query('select from sites union all select from accounts limit 1');
  if (rowCount)
    throw new BackupError(
      'A site lives here already, and a restore never writes over one: restore into an empty DATA_DIR or another database.',
    );
}

/** Tables as they were after the first `count` migrations, in the place of whatever empty ones there are. */
export async function bringUpTo(client: pg.Client, count: number): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(`
    select format('drop table public.%I cascade', relname) as statement
    from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
    union all
    select format('drop function if exists public.%I(%s) cascade', proname, pg_get_function_identity_arguments(pg_proc.oid))
    from pg_proc where pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')`);
  for (const { statement } of rows) await client.query(statement);
  await client.query(`
    create schema if not exists drizzle;
    create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint);
    delete from drizzle.__drizzle_migrations`);
  for (const migration of ours().slice(0, count)) await apply(client, migration);
}

/** The migrations that came after the archive. */
export async function bringUpToDate(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::int as count from drizzle.__drizzle_migrations',
  );
  for (const migration of ours().slice(rows[0]?.count ?? 0)) await apply(client, migration);
}

/** As drizzle's own migrator does it, within our transaction. */
async function apply(client: pg.Client, { sql, hash, folderMillis }: MigrationMeta) {
  for (const statement of sql) await client.query(statement);
  await client.query('insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)', [
    hash,
    folderMillis,
  ]);
}

function ours(): MigrationMeta[] {
  return readMigrationFiles({ migrationsFolder });
}
