import pg from 'pg';
import { inject } from 'vitest';
import { connect, newId, type Connection } from '../database.ts';
import { databaseUrl } from './address.ts';

export type TestServer = { url: string; template: string };

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/** A fresh database with every table and nothing in them, for one test file. `close` drops it. */
export async function testDatabase(): Promise<Connection & { url: string }> {
  const { url: serverUrl, template } = inject('testServer');
  const name = `test_${newId().replaceAll('-', '')}`;
  await once(serverUrl, `create database ${name} template ${template}`);
  const url = databaseUrl(serverUrl, name);
  const { db, pool, close } = connect(url);
  return {
    url,
    db,
    pool,
    async close() {
      await close();
      await once(serverUrl, `drop database ${name} with (force)`);
    },
  };
}

async function once(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
