import { eq, sql } from 'drizzle-orm';
import { boolean, pgTable, text } from 'drizzle-orm/pg-core';
import { afterAll, expect, test } from 'vitest';
import type { Queryable } from './database.ts';
import { prepared } from './prepared.ts';
import { testDatabase } from './testing/testing.ts';

const { db, close } = await testDatabase();
afterAll(close);
const doors = pgTable('doors', { name: text().notNull(), note: text(), isOpen: boolean() });
await db.execute(sql`create table doors (name text not null, note text, is_open boolean)`);

type Door = { name: string; note: string | null; isOpen?: boolean };
const addDoor = prepared((on, { name, note, isOpen }: Door) =>
  on.insert(doors).values({ name, note, isOpen }).returning(),
);
const findNote = prepared(
  (_, { name }: { name: string }) =>
    sql<{ note: string | null }>`select note from doors where name = ${name}`,
);

test('a prepared statement takes other values each time, in a transaction and out of it', async () => {
  expect(await addDoor(db, { name: 'front', note: 'knock' })).toMatchObject([
    { name: 'front', note: 'knock' },
  ]);
  await db.transaction(async (tx) => {
    expect(await addDoor(tx, { name: 'back', note: null })).toMatchObject([{ name: 'back', note: null }]);
    expect(await findNote(tx, { name: 'back' })).toEqual([{ note: null }]);
  });
  expect(await findNote(db, { name: 'front' })).toEqual([{ note: 'knock' }]);
});

test('a prepared statement is written and planned once for each connection, whatever transaction asks', async () => {
  let written = 0;
  const countDoors = prepared((_, { name }: { name: string }) => {
    written += 1;
    return sql<{ count: number }>`select count(*) as count from doors where name <> ${name}`;
  });
  const pids = new Set<number>();
  for (const name of ['left', 'right', 'middle'])
    await db.transaction(async (tx) => {
      await countDoors(tx, { name });
      pids.add(await pidOf(tx));
    });
  expect(written).toBe(pids.size);
  const { rows } = await db.execute<{ plans: number }>(
    sql`select generic_plans + custom_plans as plans from pg_prepared_statements where statement like '%name <> %'`,
  );
  expect(rows).toEqual([{ plans: 3 }]);
});

const listDoors = prepared((on, { name, isOpen }: { name?: string; isOpen?: boolean }) =>
  on
    .select({ name: doors.name })
    .from(doors)
    .where(name === undefined ? openOr(isOpen) : eq(doors.name, name))
    .orderBy(doors.name),
);

test('what is undefined, true or false chooses the form of the statement, and each form is apart', async () => {
  await addDoor(db, { name: 'garden', note: null, isOpen: true });
  const names = async (asked: { name?: string; isOpen?: boolean }) =>
    (await listDoors(db, asked)).map((door) => door.name);
  expect(await names({ name: 'front' })).toEqual(['front']);
  expect(await names({})).toEqual(['back', 'front', 'garden']);
  expect(await names({ isOpen: true })).toEqual(['garden']);
  expect(await names({ isOpen: false })).toEqual(['back', 'front', 'garden']);
  expect(await names({ name: '' })).toEqual([]);
});

function openOr(isOpen = false) {
  return isOpen ? eq(doors.isOpen, true) : undefined;
}

async function pidOf(on: Queryable) {
  const { rows } = await on.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  return rows[0]?.pid ?? 0;
}
