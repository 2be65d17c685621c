import { startEmbedded } from '@groundwork/database/embedded';
import { migrate, migrationsFolder } from '@groundwork/database/migrate';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statfsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { dropLeftFolders, FOLDER } from './folders.ts';
import { Refusal } from './options.ts';
import { seedSteps } from './seeding/seed.ts';
import { small, type Sizes } from './sizes.ts';
import type { Stage } from './stage.ts';

type Held = Pick<Sizes, 'people' | 'groups' | 'events' | 'messages'>;

export type Databases = {
  /** The address of a database of these sizes, to be read; made once and kept. */
  seeded(sizes: Held): Promise<string>;
  /** The address of a database to write in, small unless told, gone when `stage` ends. */
  fresh(stage: Stage, sizes?: Held): Promise<string>;
  /** The address of an empty database, without a table. */
  bare(stage: Stage): Promise<string>;
};

/** The PostgreSQL that the site itself brings, on a folder that is kept from run to run for what is slow to make. */
export async function openDatabases(stage: Stage, say: (line: string) => void): Promise<Databases> {
  await mkdir(FOLDER, { recursive: true });
  const server = await startEmbedded(FOLDER);
  stage.ending(() => server.stop());
  const run = (text: string) => runOn(server.url, text);
  const of = (name: string) => addressOf(server.url, name);
  await dropLeftovers(server.url);
  await dropLeftFolders();
  let made = 0;

  const seeded = async (sizes: Held) => {
    const name = `seed_${sizes.people}_${sizes.events}_${sizes.messages}`;
    const stamp = stampOf(sizes);
    if ((await stampOn(server.url, name)) === stamp) return of(name);
    mustFit(sizes);
    const draft = `draft_${process.pid}`;
    await run(`drop database if exists ${name}`);
    await run(`create database ${draft}`);
    await seed(of(draft), sizes, say);
    await run(`alter database ${draft} rename to ${name}`);
    await run(`comment on database ${name} is '${stamp}'`);
    return of(name);
  };
  const create = async (onStage: Stage, template: string) => {
    const name = `run_${process.pid}_${(made += 1)}`;
    await run(`create database ${name} template ${template}`);
    onStage.ending(() => run(`drop database if exists ${name} with (force)`));
    return of(name);
  };
  return {
    seeded,
    fresh: async (onStage, held = small) => create(onStage, new URL(await seeded(held)).pathname.slice(1)),
    bare: (onStage) => create(onStage, 'template0'),
  };
}

function addressOf(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** Runs one statement on a connection of its own. */
async function runOn<Row extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

async function seed(url: string, sizes: Held, say: (line: string) => void) {
  await migrate(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Nothing here is worth a wait for the disk: a seed that was cut short is made anew.
    await client.query(`set session_replication_role = replica; set synchronous_commit = off`);
    for (const { name, text } of seedSteps(sizes)) {
      const began = performance.now();
      await client.query(text);
      const seconds = (performance.now() - began) / 1000;
      if (seconds > 1) say(`  seeding ${name}: ${seconds.toFixed(0)} s`);
    }
    const { rows } = await client.query<{ name: string }>(FILLED);
    await client.query(`vacuum analyze ${rows.map(({ name }) => name).join(', ')}`);
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
}

/**
 * What autovacuum would look at too. A table that was looked at while it was empty is planned for as if it stayed so, until
 * it is looked at again: a minute in which each of its rows is read to find one.
 */
const FILLED = `select quote_ident(relname) as name from pg_class
  where relkind = 'r' and relnamespace = 'public'::regnamespace and pg_relation_size(oid) > 0`;

/** Rows, indexes and the log: measured, and rounded up. */
function mustFit({ people, messages, events }: Held) {
  const bytes = people * 3_000 + messages * 700 + events * 2_000 + 500_000_000;
  const { bavail, bsize } = statfsSync(FOLDER);
  if (bavail * bsize > bytes) return;
  const gigabytes = (value: number) => (value / 1e9).toFixed(1);
  throw new Refusal(
    `The data to measure on needs ${gigabytes(bytes)} GB, and ${FOLDER} has ${gigabytes(bavail * bsize)} GB free: make room, or measure with --quick.`,
  );
}

/** Of all that a seed is made of: another migration or another step makes another. */
function stampOf(sizes: Held): string {
  const hash = createHash('sha256').update(JSON.stringify([seedSteps(sizes), FILLED]));
  for (const name of readdirSync(migrationsFolder)
    .filter((it) => it.endsWith('.sql'))
    .sort())
    hash.update(readFileSync(join(migrationsFolder, name)));
  return hash.digest('hex');
}

async function stampOn(url: string, name: string): Promise<string | undefined> {
  const [found] = await runOn<{ stamp: string }>(
    url,
    `select shobj_description(oid, 'pg_database') as stamp from pg_database where datname = $1`,
    [name],
  );
  return found?.stamp;
}

/** Removes what runs left that were ended by force. */
async function dropLeftovers(url: string) {
  const found = await runOn<{ name: string }>(
    url,
    `select datname as name from pg_database where datname ~ '^(run|draft)_\\d+'`,
  );
  for (const { name } of found) {
    const pid = /_(\d+)/.exec(name)?.[1] ?? '';
    if (!existsSync(`/proc/${pid}`)) await runOn(url, `drop database if exists ${name} with (force)`);
  }
}
