import { casing, type Database } from '@groundwork/database';
import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { to } from 'pg-copy-streams';

const dialect = new PgDialect({ casing });

/**
 * What a query finds, as PostgreSQL itself writes CSV: several times as fast as rows read and written here. All of it is
 * held in memory, so ask for a stretch at a time; the connection is back in its pool before anyone waits for a reader.
 */
export async function copyOut({ $client }: Database, query: SQL): Promise<Buffer> {
  // COPY takes no parameters: they are written into it, quoted.
  const { sql } = dialect.sqlToQuery(query.inlineParams());
  const client = await $client.connect();
  try {
    return Buffer.concat(await client.query(to(`copy (${sql}) to stdout (format csv)`)).toArray());
  } finally {
    client.release();
  }
}
