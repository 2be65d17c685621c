import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';

export const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));

// Any number does, so long as every process of a site names the same one.
const MIGRATION_LOCK = 4_717_839_001;

/**
 * Brings the database at `url` to this version, in one transaction, and returns how many migrations that took.
 * Processes that start together wait for each other, so each may call it.
 */
export async function migrate(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const before = await countApplied(client);
    await applyMigrations(drizzle(client), { migrationsFolder });
    return (await countApplied(client)) - before;
  } finally {
    await client.end();
  }
}

async function countApplied(client: pg.Client): Promise<number> {
  const { rows: tables } = await client.query<{ exists: boolean }>(
    `select to_regclass('drizzle.__drizzle_migrations') is not null as exists`,
  );
  if (!tables[0]?.exists) return 0;
  const { rows } = await client.query<{ count: string }>('select count(*) from drizzle.__drizzle_migrations');
  return Number(rows[0]?.count);
}
