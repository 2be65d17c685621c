import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';

export const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));

// Any number does, so long as every process of a site names the same one.
const MIGRATION_LOCK = 4_717_839_001;

/** The message is one sentence for whoever runs the site. */
export class MigrationError extends Error {
  override name = 'MigrationError';
}

/**
 * Brings the database at `url` to this version, in one transaction, and returns how many migrations that took.
 * Processes that start together wait for each other, so each may call it. Throws MigrationError when the database
 * went further than this version knows, or elsewhere.
 */
export async function migrate(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const before = await listApplied(client);
    mustKnow(before);
    await applyMigrations(drizzle(client), { migrationsFolder });
    return (await listApplied(client)).length - before.length;
  } finally {
    await client.end();
  }
}

/** The hashes of the migrations that the database has been through. */
async function listApplied(client: pg.Client): Promise<string[]> {
  const { rows: tables } = await client.query<{ exists: boolean }>(
    `select to_regclass('drizzle.__drizzle_migrations') is not null as exists`,
  );
  if (!tables[0]?.exists) return [];
  const { rows } = await client.query<{ hash: string }>('select hash from drizzle.__drizzle_migrations');
  return rows.map(({ hash }) => hash);
}

function mustKnow(applied: string[]): void {
  const known = new Set(readMigrationFiles({ migrationsFolder }).map(({ hash }) => hash));
  if (applied.every((hash) => known.has(hash))) return;
  throw new MigrationError(
    'The database was made by another version of Groundwork, which this one cannot follow: start that version or a newer one, or choose another DATA_DIR or DATABASE_URL.',
  );
}
