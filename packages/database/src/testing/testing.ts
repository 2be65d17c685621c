import pg from 'pg';
import { inject } from 'vitest';
import { connect, newId, type Connection } from '../database.ts';
import { databaseUrl } from './address.ts';

/**
 * `run` is in the name of each database that this run of the tests makes; `scratch` is a folder that goes with it, and
 * `madeBefore` holds the files of an embedded server.
 */
export type TestServer = Record<'url' | 'template' | 'run' | 'scratch' | 'madeBefore', string>;
/** `empty` deletes every row of every table; `leave` closes the connections and nothing else. */
export type TestDatabase = Connection & { url: string; empty(): Promise<void>; leave(): Promise<void> };

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/**
 * A fresh database with every table and nothing in them, or one with what `like` holds, which nobody may be connected
 * to. `close` drops it; what is left open goes when the run ends.
 */
export async function testDatabase({ like }: { like?: string } = {}): Promise<TestDatabase> {
  const { url: serverUrl, template, run } = inject('testServer');
  const name = `test_${run}_${newId().replaceAll('-', '')}`;
  await once(serverUrl, `create database ${name} template ${like ?? template}`);
  const url = databaseUrl(serverUrl, name);
  const { db, pool, close } = connect(url);
  return {
    url,
    db,
    pool,
    async empty() {
      await pool.query('select testing.empty_tables()');
    },
    leave: close,
    async close() {
      await close();
      await once(serverUrl, `drop database ${name} with (force)`);
    },
  };
}

/**
 * What many tests begin with, made once in a run by whoever asks first: the others wait, and are given its result. `make`
 * returns the name of a database for `like`, and whatever else is to be known of it.
 */
export async function madeOnce<Made extends { database: string }>(make: () => Promise<Made>): Promise<Made> {
  const { url, run } = inject('testServer');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [run]);
    const known = `select shobj_description(oid, 'pg_database') as made from pg_database
      where starts_with(datname, $1) and shobj_description(oid, 'pg_database') is not null`;
    const { rows } = await client.query<{ made: string }>(known, [`test_${run}_`]);
    if (rows[0]) return JSON.parse(rows[0].made) as Made;
    const made = await make();
    await client.query(`comment on database ${made.database} is ${pg.escapeLiteral(JSON.stringify(made))}`);
    return made;
  } finally {
    await client.end();
  }
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
