import pg from 'pg';

/**
 * Does `work` unless another process of the site is making the backup of the night: then null. The lock belongs to a
 * connection of its own, and to no transaction: one that stands open for as long as a backup takes is ended by the
 * server, and keeps the whole database from forgetting what was deleted.
 */
export async function whenAlone<T>(databaseUrl: string, work: () => Promise<T>): Promise<T | null> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'groundwork backup lock',
    connectionTimeoutMillis: 10_000,
    // A firewall forgets a connection on which nothing passes.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('set idle_session_timeout = 0');
    const { rows } = await client.query<{ mine: boolean }>(
      `select pg_try_advisory_lock(hashtextextended('backup', 0)) as mine`,
    );
    return rows[0]?.mine ? await work() : null;
  } finally {
    await client.end().catch(() => undefined);
  }
}
