import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { connect, newId } from './database.ts';
import { testDatabase } from './testing/testing.ts';

const { url, db, close } = await testDatabase();
afterAll(close);

test('a count is a number', async () => {
  const { rows } = await db.execute<{ count: number }>(sql`select count(*) from pg_class`);
  expect(rows[0]?.count).toEqual(expect.any(Number));
});

test('a number that JavaScript cannot hold stays exact', async () => {
  const { rows } = await db.execute(sql`select 9007199254740993::int8 as large`);
  expect(rows[0]).toEqual({ large: '9007199254740993' });
});

test('ids are ordered by when they were made', () => {
  const ids = Array.from({ length: 1_000 }, newId);
  expect(ids.toSorted()).toEqual(ids);
});

test('letters outside ASCII have case', async () => {
  const { rows } = await db.execute(sql`select 'ÉCOLE' ilike 'école' as alike, lower('ÑANDÚ') as small`);
  expect(rows[0]).toEqual({ alike: true, small: 'ñandú' });
});

test('a transaction that fails leaves nothing, and its connection is good for the next', async () => {
  const { db: one, close: hangUp } = connect(url, { max: 1 });
  await one.execute(sql`create table marks (name text primary key)`);
  const mark = (name: string) =>
    one.transaction(async (tx) => {
      await tx.execute(sql`insert into marks values (${name})`);
      if (name === 'wrong') throw new Error('changed my mind');
      return name;
    });
  await expect(mark('wrong')).rejects.toThrow('changed my mind');
  expect(await mark('right')).toBe('right');
  await expect(mark('right')).rejects.toThrow();
  expect((await one.execute(sql`select name from marks`)).rows).toEqual([{ name: 'right' }]);
  await hangUp();
});

test('a transaction whose connection is lost says so, and the next one has another', async () => {
  const { db: one, close: hangUp } = connect(url, { max: 1 });
  const cut = one.transaction((tx) => tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`));
  await expect(cut).rejects.toThrow();
  expect(await one.transaction(async (tx) => (await tx.execute(sql`select 1`)).rowCount)).toBe(1);
  await hangUp();
});
