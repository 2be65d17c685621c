import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, inject, test } from 'vitest';
import { connect } from './database.ts';
import { migrate, MigrationError, migrationsFolder } from './migrate.ts';
import { databaseUrl } from './testing/address.ts';
import { testDatabase } from './testing/testing.ts';

const run = promisify(execFile);
const home = fileURLToPath(new URL('..', import.meta.url));
const server = inject('testServer').url;
const { pool, close } = connect(server);
afterAll(close);

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

test('the first migration holds what drizzle cannot express', async () => {
  const [first = ''] = (await readdir(migrationsFolder)).filter((name) => name.endsWith('.sql'));
  const migration = await readFile(`${migrationsFolder}/${first}`, 'utf8');
  expect(migration.startsWith((await readFile(`${home}migrations-extra.sql`, 'utf8')).trim())).toBe(true);
  expect(migration.trim().endsWith((await readFile(`${home}migrations-after.sql`, 'utf8')).trim())).toBe(
    true,
  );
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

test('a database that went further than this version is left alone', async () => {
  const { url, pool: newer, close: leave } = await testDatabase();
  await newer.query(
    `insert into drizzle.__drizzle_migrations (hash, created_at) values ('of-tomorrow', 9e15)`,
  );
  await expect(migrate(url)).rejects.toThrow(MigrationError);
  await leave();
});
