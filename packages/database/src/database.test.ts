import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { newId } from './database.ts';
import { testDatabase } from './testing/testing.ts';

const { db, close } = await testDatabase();
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
