import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openCluster } from '../embedded/cluster.ts';
import { keepServer, startEmbedded } from '../embedded/embedded.ts';
import { migrate, migrationsFolder } from '../migrate.ts';
import { databaseUrl } from './address.ts';
import { addEmptying } from './emptying.ts';
import type { TestServer } from './testing.ts';

// Kept between runs, which saves making it; runs side by side share it. Lost power may ruin it, as nothing is synced.
const folder = fileURLToPath(new URL('../../../../.data-test', import.meta.url));

/** The files of an embedded server that was started once and stopped, for tests to begin with a copy: making them takes seconds. */
const madeBefore = join(folder, 'made-before');

/** vitest's global setup: one real server for all test files, with a migrated database that each of them clones. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await start().catch(async () => {
    await rm(folder, { recursive: true, force: true });
    return start();
  });
  const template = await makeTemplate(server.url);
  const run = randomBytes(4).toString('hex');
  await makeBefore();
  const scratch = await mkdtemp(join(tmpdir(), 'groundwork tests '));
  project.provide('testServer', { url: server.url, template, run, scratch, madeBefore } satisfies TestServer);
  return async () => {
    await dropDatabasesOf(server.url, run);
    await server.stop();
    await rm(scratch, { recursive: true, force: true });
  };
}

async function start() {
  return keepServer(await openCluster(folder), { maxConnections: 300, fsync: false });
}

/** Whole or not at all, as runs side by side share it. */
async function makeBefore(): Promise<void> {
  if (await stat(madeBefore).catch(() => null)) return;
  const draft = await mkdtemp(`${madeBefore}-`);
  await (await startEmbedded(draft)).stop();
  await rename(draft, madeBefore).catch(() => rm(draft, { recursive: true }));
}

/** The template's name says what made it, so that new migrations make a new template. */
async function makeTemplate(url: string): Promise<string> {
  const template = `template_${await hashMaking()}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [template]);
    if (await exists(client, template)) return template;
    const draft = `${template}_draft`;
    await client.query(`drop database if exists ${draft} with (force)`);
    await client.query(`create database ${draft}`);
    await migrate(databaseUrl(url, draft));
    await addEmptying(databaseUrl(url, draft));
    await client.query(`alter database ${draft} rename to ${template}`);
    await dropAbandoned(client, template);
    return template;
  } finally {
    await client.end();
  }
}

async function hashMaking(): Promise<string> {
  const hash = createHash('sha256');
  const files = (await readdir(migrationsFolder)).filter((name) => name.endsWith('.sql'));
  // Also which of them there are, and in which order, which a file of their own says.
  for (const name of [...files.sort(), 'meta/_journal.json'])
    hash.update(await readFile(`${migrationsFolder}/${name}`));
  hash.update(await readFile(new URL('emptying.ts', import.meta.url)));
  return hash.digest('hex').slice(0, 16);
}

async function exists(client: pg.Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
  return rowCount === 1;
}

/** What the tests of this run left open, such as the ground that a worker's tests share. */
async function dropDatabasesOf(url: string, run: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database where starts_with(datname, $1)`,
    [`test_${run}_`],
  );
  for (const { name } of rows) await client.query(`drop database ${name} with (force)`);
  await client.end();
}

/** Templates of older migrations, and clones of runs that were killed. One in use refuses, and stays. */
async function dropAbandoned(client: pg.Client, template: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database
     where datname like 'template\\_%' and datname <> $1
        or datname like 'test\\_%' and (pg_stat_file('base/' || oid || '/PG_VERSION')).modification < now() - interval '1 hour'`,
    [template],
  );
  for (const { name } of rows) await client.query(`drop database ${name}`).catch(() => undefined);
}
