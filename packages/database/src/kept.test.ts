import { eq, sql } from 'drizzle-orm';
import { pgTable, text } from 'drizzle-orm/pg-core';
import { afterAll, expect, test } from 'vitest';
import { kept, keptByShape, keptSql } from './kept.ts';
import { testDatabase } from './testing/testing.ts';

const { db, close } = await testDatabase();
afterAll(close);
const doors = pgTable('doors', { name: text().notNull(), note: text() });
await db.execute(sql`create table doors (name text not null, note text)`);

const addDoor = kept('test.add', (on, { name, note }: { name: string; note: string | null }) =>
  on.insert(doors).values({ name, note }).returning(),
);
const findDoor = keptSql(
  'test.find',
  ({ name }: { name: string }) => sql`select note from doors where name = ${name}`,
);

test('a kept query takes other values each time, in a transaction and out of it', async () => {
  expect(await addDoor(db, { name: 'front', note: 'knock' })).toEqual([{ name: 'front', note: 'knock' }]);
  await db.transaction(async (tx) => {
    expect(await addDoor(tx, { name: 'back', note: null })).toEqual([{ name: 'back', note: null }]);
    expect((await findDoor(tx, { name: 'back' })).rows).toEqual([{ note: null }]);
  });
  expect((await findDoor(db, { name: 'front' })).rows).toEqual([{ note: 'knock' }]);
});

test('the server prepares it once for each connection', async () => {
  await db.transaction(async (tx) => {
    for (const name of ['left', 'right']) await findDoor(tx, { name });
    const { rows } = await tx.execute<{ plans: string }>(
      sql`select generic_plans + custom_plans as plans from pg_prepared_statements where name = 'test.find'`,
    );
    expect(Number(rows[0]?.plans)).toBeGreaterThanOrEqual(2);
  });
});

const listDoors = keptByShape(
  'test.list',
  (on, { name }: { name: string }, { isNamed }: { isNamed: boolean }) =>
    on
      .select({ name: doors.name })
      .from(doors)
      .where(isNamed ? eq(doors.name, name) : undefined)
      .orderBy(doors.name),
);

test('each shape of a query is kept apart from the others', async () => {
  const names = async (isNamed: boolean) =>
    (await listDoors(db, { isNamed }, { name: 'front' })).map((door) => door.name);
  expect(await names(true)).toEqual(['front']);
  expect(await names(false)).toEqual(['back', 'front']);
  expect(await names(true)).toEqual(['front']);
});
