import { migrationsFolder } from '@groundwork/database/migrate';
import { readMigrationFiles, type MigrationMeta } from 'drizzle-orm/migrator';
import type pg from 'pg';
import { NOT_OF_AN_EXTENSION } from './dump.ts';
import { BackupError } from './error.ts';

/** Throws BackupError when the archive went through migrations that this version does not know. */
export function mustKnow(migrations: string[]): void {
  const ours = known().map(({ hash }) => hash);
  if (migrations.length > 0 && migrations.every((hash, index) => hash === ours[index])) return;
  throw new BackupError('This archive was made by a newer version of Groundwork: restore it with that one.');
}

/** Throws BackupError when a site, or something that is not ours, lives in the database. Nobody can move in meanwhile. */
export async function mustBeEmpty(client: pg.Client): Promise<void> {
  // The same lock that migrations take, until this transaction ends.
  await client.query('select pg_advisory_xact_lock(4717839001)');
  const { rows: found } = await client.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f') and ${NOT_OF_AN_EXTENSION}`,
  );
  if (found.length === 0) return;
  const names = new Set(found.map(({ name }) => name));
  const ours = new Set(namesOfOurs().tables);
  if (!names.has('sites') || !names.has('accounts') || [...names].some((name) => !ours.has(name)))
    throw new BackupError(
      'The database holds tables of something else, or of a newer version: name another in DATABASE_URL.',
    );
  await mustHaveNobody(client);
  // Whoever is just setting the site up is waited for; a site that is there was told of above, and never waits for us.
  await client.query('lock table sites, accounts');
  await mustHaveNobody(client);
}

async function mustHaveNobody(client: pg.Client) {
  const { rowCount } = await client.query('select from sites union all select from accounts limit 1');
  if (!rowCount) return;
  throw new BackupError(
    'A site lives here already, and a restore never writes over one: restore into an empty DATA_DIR or another database.',
  );
}

/** Tables as they were after the first `count` migrations, in the place of whatever empty ones there are. */
export async function bringUpTo(client: pg.Client, count: number): Promise<void> {
  const { tables, functions } = namesOfOurs();
  const { rows } = await client.query<{ statement: string }>(
    `select format('drop table public.%I cascade', relname) as statement
     from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname = any ($1)
     union all
     select format('drop function if exists public.%I(%s) cascade', proname, pg_get_function_identity_arguments(oid))
     from pg_proc where pronamespace = 'public'::regnamespace and proname = any ($2)`,
    [tables, functions],
  );
  await client.query(rows.map(({ statement }) => statement).join(';'));
  await client.query(`
    create schema if not exists drizzle;
    create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint);
    delete from drizzle.__drizzle_migrations`);
  for (const migration of known().slice(0, count)) await apply(client, migration);
}

/** The migrations that came after the archive. */
export async function bringUpToDate(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::int as count from drizzle.__drizzle_migrations',
  );
  for (const migration of known().slice(rows[0]?.count ?? 0)) await apply(client, migration);
}

/** As drizzle's own migrator does it, within our transaction, and in one go. */
async function apply(client: pg.Client, { sql, hash, folderMillis }: MigrationMeta) {
  await client.query(sql.join('\n;\n'));
  await client.query('insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)', [
    hash,
    folderMillis,
  ]);
}

/** Every table and function that a migration of ours ever made. */
function namesOfOurs() {
  const statements = known().flatMap(({ sql }) => sql);
  const made = (what: RegExp) =>
    statements.flatMap((text) => [...text.matchAll(what)].map((it) => it[1] ?? ''));
  return {
    tables: made(/create\s+table\s+(?:if\s+not\s+exists\s+)?(?:"?public"?\.)?"?(\w+)"?/gi),
    functions: made(/create\s+(?:or\s+replace\s+)?function\s+(?:"?public"?\.)?"?(\w+)"?/gi),
  };
}

function known(): MigrationMeta[] {
  return readMigrationFiles({ migrationsFolder });
}
