import { testDatabase } from '@groundwork/database/testing';
import { expect, test } from 'vitest';
import { type Driver, describeQueue } from './queue.contract.ts';
import { openQueue } from './queue.ts';

describeQueue('postgresql', overPostgres);

test('a PostgreSQL that does not answer gives one sentence', async () => {
  await expect(openQueue({ databaseUrl: 'postgres://127.0.0.1:1/x' })).rejects.toThrow(
    /^The queue needs PostgreSQL/,
  );
});

async function overPostgres(): Promise<Driver> {
  const database = await testDatabase();
  return {
    settings: () => ({ databaseUrl: database.url }),
    async clear() {
      const { rows } = await database.pool.query<{ name: string }>(
        `select format('queue.%I', relname) as name from pg_class
         where relnamespace = to_regnamespace('queue') and relkind = 'r' and relname <> 'migration'`,
      );
      if (rows.length > 0) await database.pool.query(`truncate ${rows.map(({ name }) => name).join()}`);
    },
    async cut() {
      await database.pool.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid() AND query ILIKE '%job%'`,
      );
    },
    stop: database.close,
  };
}
