import { readMigrationFiles } from 'drizzle-orm/migrator';
import pg from 'pg';
import { migrationsFolder } from './migrate.ts';

/** `behind`: migrations of this version are missing. `ahead`: it has been through some that this version does not know. */
export type MigrationState = 'ok' | 'behind' | 'ahead';

/**
 * The heartbeat of the database: whether it answers, and which migrations it has been through, on one connection of its own: a pool
 * that is busy is not a database that is away. `migrations` rejects within 1.5 seconds when it does not answer.
 */
export function openDatabaseHeartbeat(url: string): {
  migrations(): Promise<MigrationState>;
  close(): Promise<void>;
} {
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    application_name: 'groundwork heartbeat',
  });
  pool.on('error', () => undefined);
  const known = readMigrationFiles({ migrationsFolder }).map(({ hash }) => hash);
  return {
    async migrations() {
      const applied = await listApplied(pool);
      if (known.some((hash) => !applied.includes(hash))) return 'behind';
      return applied.every((hash) => known.includes(hash)) ? 'ok' : 'ahead';
    },
    close: () => pool.end(),
  };
}

async function listApplied(pool: pg.Pool): Promise<string[]> {
  try {
    const { rows } = await pool.query<{ hash: string }>('select hash from drizzle.__drizzle_migrations');
    return rows.map(({ hash }) => hash);
  } catch (error) {
    if (error instanceof pg.DatabaseError && MISSING.has(error.code ?? '')) return [];
    throw error;
  }
}

/** No such schema, no such table: an empty database. */
const MISSING = new Set(['3F000', '42P01']);
const PATIENCE_MS = 1_400;
