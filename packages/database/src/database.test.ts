import { sql } from 'drizzle-orm';
import { bigserial, pgTable, text } from 'drizzle-orm/pg-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { atCommit, connect, newId, prepared } from './database.ts';
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

test('a transaction in which a failure was not heeded says so instead of leaving nothing', async () => {
  const heedless = db.transaction(async (tx) => {
    await tx.execute(sql`select 1 / 0`).catch(() => undefined);
    return 'done';
  });
  await expect(heedless).rejects.toThrow('as if it had not');
});

const ridden = pgTable('ridden', { name: text().primaryKey(), at: bigserial({ mode: 'number' }) });
/** Both ways in which a prepared statement is written. */
const puts = [
  prepared((_, { name }: { name: string }) => sql`insert into ridden values (${name})`),
  prepared((asked, { name }: { name: string }) => asked.insert(ridden).values({ name })),
];
const listNames = async () => (await db.select().from(ridden).orderBy(ridden.at)).map(({ name }) => name);

describe.each(puts)('what rides to the commit', (put) => {
  beforeAll(() => db.execute(sql`create table if not exists ridden (name text primary key, at bigserial)`));
  afterEach(() => db.delete(ridden));
  const change = (names: string[]) =>
    db.transaction((tx) => {
      for (const name of names) atCommit(tx, put, { name });
      return names.length;
    });
  const refused = expect.objectContaining({ code: '23505' });

  test('is written in its place, and of the change', async () => {
    await db.transaction(async (tx) => {
      atCommit(tx, put, { name: 'first' });
      await tx.insert(ridden).values({ name: 'second' });
      atCommit(tx, put, { name: 'last' });
    });
    expect(await listNames()).toEqual(['first', 'second', 'last']);
  });

  test('takes everything with it where it fails, and says why', async () => {
    const alone = await change(['once', 'once']).catch((error: unknown) => error);
    expect([alone, (alone as Error).cause]).toContainEqual(refused);
    const followed = db.transaction(async (tx) => {
      for (const name of ['once', 'once']) atCommit(tx, put, { name });
      await tx.insert(ridden).values({ name: 'refused after it' });
    });
    const said = await followed.catch((error: unknown) => error);
    expect([said, (said as Error).cause]).toContainEqual(refused);
    expect(await listNames()).toEqual([]);
    expect(await change(['once', 'twice'])).toBe(2);
  });

  test('goes with a change that fails', async () => {
    const failed = db.transaction((tx) => {
      atCommit(tx, put, { name: 'never' });
      throw new Error('changed my mind');
    });
    await expect(failed).rejects.toThrow('changed my mind');
    expect(await listNames()).toEqual([]);
  });
});

test('nothing rides outside a transaction', async () => {
  const over = await db.transaction((tx) => tx);
  expect(() =>
    atCommit(
      over,
      prepared(() => sql`select 1`),
      {},
    ),
  ).toThrow('under way');
});

test('a transaction asks at once what does not wait for an answer', async () => {
  const { db: one, pool, close: hangUp } = connect(url, { max: 1 });
  const answers: string[] = [];
  await one.transaction(async (tx) => {
    const slow = tx.execute(sql`select pg_sleep(0.1)`).then(() => answers.push('slow'));
    const asked = tx.execute(sql`select state from pg_stat_activity where pid = pg_backend_pid()`);
    await Promise.all([slow, asked.then(() => answers.push('after it'))]);
  });
  expect(answers).toEqual(['slow', 'after it']);
  const client = await pool.connect();
  expect(client.pipeline).toBe(true);
  client.release();
  await hangUp();
});
