import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, inject, onTestFinished, test } from 'vitest';
import { connect } from './database.ts';
import { migrate, MigrationError, migrationsFolder } from './migrate.ts';
import { databaseUrl } from './testing/address.ts';
import { testDatabase } from './testing/testing.ts';
import releases from '../releases.json' with { type: 'json' };

const run = promisify(execFile);
const home = fileURLToPath(new URL('..', import.meta.url));
const server = inject('testServer').url;
const { pool, close } = connect(server);
afterAll(close);
/** The migrations of every version that sites stand on, previews included, with their hashes. */
const released: Record<string, string> = Object.assign({}, ...releases.map(({ migrations }) => migrations));

test('tables and migrations agree', async () => {
  const out = await mkdtemp(`${home}.migrations-`);
  await cp(migrationsFolder, out, { recursive: true });
  const env = { ...process.env, MIGRATIONS_OUT: `./${relative(home, out)}` };
  try {
    await run(process.execPath, ['../../node_modules/drizzle-kit/bin.cjs', 'generate'], { cwd: home, env });
    expect(await readdir(out)).toEqual(await readdir(migrationsFolder));
  } finally {
    await rm(out, { recursive: true });
  }
}, 60_000);

test('a released migration is never changed', async () => {
  for (const [name, hash] of Object.entries(released)) {
    const sql = await readFile(`${migrationsFolder}/${name}.sql`);
    expect(createHash('sha256').update(sql).digest('hex'), name).toBe(hash);
  }
});

test('an unreleased migration only expands, so that the version before goes on working', async () => {
  const names = (await readdir(migrationsFolder)).filter((name) => name.endsWith('.sql'));
  const fresh = names.filter((name) => !(name.replace('.sql', '') in released));
  for (const name of fresh) {
    const sql = await readFile(`${migrationsFolder}/${name}`, 'utf8');
    expect(narrowing(sql), name).toEqual([]);
  }
});

test.for([
  'ALTER TABLE "people" DROP COLUMN "phone"',
  'drop table people',
  'ALTER TABLE "people" RENAME COLUMN "phone" TO "telephone"',
  'ALTER TABLE "people" ALTER COLUMN "phone" SET DATA TYPE integer',
  'ALTER TABLE "people" ALTER COLUMN "phone" SET NOT NULL',
  'ALTER TABLE "people" ADD COLUMN "shoe_size" integer NOT NULL',
  'ALTER TABLE "people" ADD CONSTRAINT "tall" CHECK (true)',
  'ALTER TABLE "people" DROP CONSTRAINT "people_same_group"',
  'CREATE UNIQUE INDEX "one_name" ON "people" ("name")',
])('%s would break the version before', (statement) => {
  expect(narrowing(statement)).toEqual([statement]);
});

test.for([
  'ALTER TABLE "people" ADD COLUMN "shoe_size" integer',
  `ALTER TABLE "people" ADD COLUMN "shoe_size" integer DEFAULT 40 NOT NULL`,
  'ALTER TABLE "people" DROP CONSTRAINT "people_group_id_groups_id_fk"',
  'CREATE TABLE "shoes" ("id" uuid PRIMARY KEY NOT NULL); CREATE UNIQUE INDEX "pair" ON "shoes" ("id")',
])('%s would not', (statement) => {
  expect(narrowing(statement)).toEqual([]);
});

test('processes that start together migrate once', async () => {
  const name = `test_migrate_${process.pid}`;
  await pool.query(`create database ${name}`);
  const url = databaseUrl(server, name);
  try {
    const applied = await Promise.all([migrate(url), migrate(url), migrate(url)]);
    expect(applied.filter((count) => count > 0)).toHaveLength(1);
    expect(await migrate(url)).toBe(0);
  } finally {
    await pool.query(`drop database ${name} with (force)`);
  }
});

test('a database that a newer version brought further is left as it is', async () => {
  const { url, pool: newer, close: leave } = await testDatabase();
  await newer.query(
    `insert into drizzle.__drizzle_migrations (hash, created_at) values ('of-tomorrow', 9e15)`,
  );
  expect(await migrate(url)).toBe(0);
  await leave();
});

test('a database of something else is left alone', async () => {
  const { url, pool: other, close: leave } = await testDatabase();
  await other.query(`update drizzle.__drizzle_migrations set hash = 'of-another-program'`);
  await expect(migrate(url)).rejects.toThrow(MigrationError);
  await leave();
});

test('a migration waits for whoever holds its table, a little at a time, and then goes through', async () => {
  const { url, pool: site, close: leave } = await testDatabase();
  const folder = await theNextVersion('alter table mails add column weight integer');
  const holder = await site.connect();
  await holder.query('begin; lock table mails in access exclusive mode');
  const migrating = migrate(url, { folder, lockWait: '100ms' });
  const waits = new Set<string>();
  while (waits.size < 2) {
    const { rows } = await site.query<{ since: string }>(
      `select query_start::text as since from pg_stat_activity where wait_event_type = 'Lock' and query like 'alter table mails%'`,
    );
    for (const { since } of rows) waits.add(since);
  }
  await holder.query('commit');
  holder.release();
  expect(await migrating).toBe(1);
  await leave();
});

test('a migration that fails leaves everything as it was', async () => {
  const { url, pool: site, close: leave } = await testDatabase();
  const folder = await theNextVersion('alter table mails add column weight integer; select 1 / 0');
  await expect(migrate(url, { folder, lockWait: '1s' })).rejects.toThrow();
  const columns = `select from information_schema.columns where table_name = 'mails' and column_name = 'weight'`;
  expect((await site.query(columns)).rowCount).toBe(0);
  expect(await migrate(url)).toBe(0);
  await leave();
});

/** Our migrations and one more, in a folder of their own. */
async function theNextVersion(sql: string) {
  const folder = await mkdtemp(`${home}.migrations-`);
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp(migrationsFolder, folder, { recursive: true });
  await writeFile(`${folder}/9999_next.sql`, sql);
  const journal = JSON.parse(await readFile(`${folder}/meta/_journal.json`, 'utf8')) as { entries: object[] };
  journal.entries.push({ idx: 9999, version: '7', when: 9e15, tag: '9999_next', breakpoints: true });
  await writeFile(`${folder}/meta/_journal.json`, JSON.stringify(journal));
  return folder;
}

/**
 * The statements that take something away from code which knows nothing of them, or forbid what it does. What a
 * migration makes itself, older code does not touch.
 */
function narrowing(sql: string): string[] {
  const statements = sql.split(/;|--> statement-breakpoint/).map((statement) => statement.trim());
  const made = statements.map((statement) => /^create table "(\w+)"/i.exec(statement)?.[1]);
  return statements.filter((statement) => {
    const table = /\b(?:alter table|on) "(\w+)"/i.exec(statement)?.[1];
    return !(table && made.includes(table)) && harms.some((harm) => harm.test(statement));
  });
}

const harms = [
  // A foreign key (`_fk`, as drizzle names it) may go: what the version before writes does not need it.
  /\b(drop (table|column|schema|view|function|constraint(?! "\w+_fk"))|rename (to|column)|set data type|set not null)\b/i,
  /\balter table\b.*\badd constraint\b(?!.*not valid)|\bcreate unique index\b/is,
  /\badd column\b(?!.*\bdefault\b).*\bnot null\b/is,
];
